import { relative } from "node:path";
import { projectRoot } from "../setup/project.mjs";
import type { Prepared } from "./preparation";
import type { Settings } from "./read-settings";

type Summary = Pick<Prepared, "documents" | "models"> & { readonly settings: Settings; readonly url: string };

export function printSummary({ settings, url, documents, models }: Summary): void {
  const { env, dataDir } = settings;
  const data =
    env.DATABASE_URL === undefined
      ? `${shorten(dataDir)}, with an embedded PostgreSQL`
      : `PostgreSQL at ${new URL(env.DATABASE_URL).host}`;
  printLines(`Parapet is ready in ${(performance.now() / 1000).toFixed(1)} s`, [
    ["Chat", env.APP_URL ?? url],
    ["Models", models.join(" → ")],
    ["Knowledge", `${documents.documents} documents`],
    ["Data", data],
    ["Stop", "Ctrl-C"],
  ]);
}

/** The only time that a generated password is shown. */
export function printFirstAdmin({ email, password }: NonNullable<Prepared["admin"]>): void {
  printLines("The first admin was created", [
    ["E-mail", email],
    ["Password", password === null ? "as ADMIN_PASSWORD says" : `${password}  (shown only this once)`],
  ]);
}

function printLines(title: string, lines: readonly (readonly [name: string, value: string])[]): void {
  const rows = lines.map(([name, value]) => `  ${name.padEnd(10)} ${value}`);
  console.log(`\n  ${title}\n\n${rows.join("\n")}\n`);
}

function shorten(path: string): string {
  const short = relative(projectRoot, path);
  return short.startsWith("..") ? path : short;
}

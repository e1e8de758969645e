import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { getEnv } from "@/lib/config/env";
import { registerPromptVersion } from "@/lib/db/prompt-versions";

/** A prompt as it stands in its file. The same content has the same id, everywhere and for ever. */
export type PromptVersion = { readonly id: string; readonly name: string; readonly content: string };

const HASH_DIGITS = 16;

const loaded = new Map<string, Promise<PromptVersion>>();

/**
 * Reads `lib/config/prompts/NAME.md` and registers its content as a version the first time it is used. In development
 * the file is read each time, so an edit counts at once.
 * @throws Error when there is no such file
 */
export function loadPrompt(name: "answer" | "title"): Promise<PromptVersion> {
  const known = loaded.get(name);
  if (known !== undefined && getEnv().NODE_ENV === "production") return known;
  const version = readAndRegister(name, known);
  loaded.set(name, version);
  // A failure (the database was away) must not stick.
  version.catch(() => loaded.delete(name));
  return version;
}

async function readAndRegister(
  name: string,
  known: Promise<PromptVersion> | undefined,
): Promise<PromptVersion> {
  const content = await readFile(path.join(process.cwd(), "lib/config/prompts", `${name}.md`), "utf8");
  const hash = createHash("sha256").update(content).digest("hex");
  const version = { id: `${name}@${hash.slice(0, HASH_DIGITS)}`, name, content };
  if ((await known)?.id !== version.id) await registerPromptVersion(version);
  return version;
}

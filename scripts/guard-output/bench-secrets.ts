import { judgeText } from "./judge-text";
import { type Row, readRows } from "./read-rows";

const isNoticed = ({ text }: Row) => judgeText([text]).findings.some(({ guard }) => guard === "secret");
const share = (rows: readonly Row[]) => ({
  rows: rows.length,
  noticed: rows.filter(isNoticed).length / rows.length,
});

/** Share of secrets, of look-alikes and of benign Markdown in which a secret was noticed. */
export function benchSecrets(folder: string): object {
  const rows = readRows(folder, "secrets_gitleaks");
  return {
    secrets: share(rows.filter(({ label }) => label === "secret")),
    lookAlikes: share(rows.filter(({ label }) => label !== "secret")),
    benignMarkdown: share(readRows(folder, "benign_markdown")),
  };
}

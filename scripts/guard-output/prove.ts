import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import { findBreach } from "./check-text";
import { hostsOf } from "./judge-text";
import { optionOf, type Row, readRows } from "./read-rows";

const files = [
  "markdown_exfil",
  "xss_payloads",
  "secrets_gitleaks",
  "pii_presidio",
  "prompt_leak_tensortrust",
  "benign_markdown",
];

const folder = optionOf("data");
if (folder === undefined) {
  console.error("usage: prove.ts --data DIR [--limit ROWS] [--seed NUMBER]");
  process.exit(2);
}
const limit = Number(optionOf("limit") ?? Number.POSITIVE_INFINITY);
const seed = Number(optionOf("seed") ?? 1);

let breaches = 0;
for (const file of files) {
  const rows = readRows(folder, file).slice(0, limit);
  const broken = rows.flatMap((row, at) => {
    const breach = contextsOf(row)
      .map((context) =>
        findBreach(row.text, () => createOutputGuard({ surface: "text", ...context }), seed + at),
      )
      .find((found) => found !== null);
    return breach ? [`row ${at}: ${breach}`] : [];
  });
  breaches += broken.length;
  console.log(`${file}: ${rows.length} rows, ${broken.length} breaches`);
  for (const line of broken.slice(0, 10)) console.log(`  ${line}`);
}
process.exit(breaches === 0 ? 0 : 1);

/** Each row is tried as a stranger's answer and, where it makes sense, with what the turn would know. */
function contextsOf(row: Row) {
  if (row.system_prompt) return [{ systemPrompt: row.system_prompt }];
  return row.label === "benign_markdown" ? [{ allowHosts: hostsOf(row.text) }] : [{}];
}

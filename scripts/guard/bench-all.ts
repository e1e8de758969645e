import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const usage = `usage: npm run guard:bench -- --data DIR [--out DIR]

DIR holds guards/*.jsonl.gz (labelled prompts) and output/*.jsonl.gz (answers). Prints tables and writes JSON to --out
(default .data/guard-bench).`;

const { values } = parseArgs({
  options: { data: { type: "string" }, out: { type: "string", default: join(".data", "guard-bench") } },
});
if (values.data === undefined || !existsSync(values.data)) {
  console.error(usage);
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });

const halves = [
  [
    "scripts/guard/bench.ts",
    "--data",
    join(values.data, "guards", "dev.jsonl.gz"),
    "--out",
    join(values.out, "input.json"),
  ],
  [
    "scripts/guard-output/bench.ts",
    "--data",
    join(values.data, "output"),
    "--json",
    join(values.out, "output.json"),
  ],
];
for (const half of halves) {
  const run = ["--conditions=react-server", "--import", "tsx", ...half];
  const { status } = spawnSync(process.execPath, run, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

import { writeFileSync } from "node:fs";
import { benchLatency } from "./bench-latency";
import { benchLeaks } from "./bench-leaks";
import { benchMarkup } from "./bench-markup";
import { benchPersonalData } from "./bench-personal-data";
import { benchSecrets } from "./bench-secrets";
import { optionOf } from "./read-rows";

const folder = optionOf("data");
if (folder === undefined) {
  console.error("usage: bench.ts --data DIR [--json FILE]");
  process.exit(2);
}

const results = {
  personalData: benchPersonalData(folder),
  secrets: benchSecrets(folder),
  markup: benchMarkup(folder),
  leaks: benchLeaks(folder),
  latency: benchLatency(folder),
};

for (const [name, table] of Object.entries(results)) {
  console.log(`\n${name}`);
  console.table(table);
}
const jsonPath = optionOf("json");
if (jsonPath !== undefined) writeFileSync(jsonPath, `${JSON.stringify(results, null, 2)}\n`);

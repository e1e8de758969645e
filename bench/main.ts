import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printReport } from "./print-report";
import { helpText, readOptions } from "./read-options";
import type { Report } from "./report";
import { runRounds } from "./run-rounds";
import { startTargets } from "./start-targets";
import type { Target } from "./target";

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) {
    console.log(helpText);
    return;
  }
  if (process.platform !== "linux") throw new Error("The bench reads /proc, so it runs on Linux only.");
  const targets: Target[] = [];
  const stop = async () => {
    await Promise.all(targets.splice(0).map((target) => target.stop()));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit(1)));
  }
  try {
    await startTargets(options, (target) => targets.push(target));
    const report = await runRounds(targets, options);
    printReport(report);
    console.log(`\nWritten to ${save(report)}`);
  } finally {
    await stop();
  }
}

function save(report: Report): string {
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${report.at.replaceAll(":", "-")}.json`);
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

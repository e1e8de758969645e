import { globSync } from "node:fs";
import { projectRoot } from "../setup/project.mjs";
import { findViolations, type Violation } from "./find-violations";
import { readSource } from "./read-source";

const MAX_MEDIAN_LINES = 60;
const patterns = [
  "{lib,app,components,scripts,test,e2e,bench,evals}/**/*.{ts,tsx,mts,mjs}",
  "*.{ts,tsx,mts,mjs}",
  "{README,AGENTS}.md",
];
const generated = /^lib\/db\/generated\/|^next-env\.d\.ts$/;

/** Checks the rules of the house on every file of the project and prints what breaks them. */
function main(): number {
  const paths = globSync(patterns, { cwd: projectRoot }).map((path) => path.replaceAll("\\", "/"));
  const files = paths.filter((path) => !generated.test(path)).map((path) => readSource(projectRoot, path));
  const sources = files.filter(({ path }) => /^(lib|app|components)\//.test(path));
  if (sources.length === 0) {
    console.error("No file of lib, app or components was found, so nothing was checked.");
    return 1;
  }
  const violations = files.flatMap(findViolations);
  print(violations);
  const median =
    sources.map(({ lines }) => lines.length).sort((a, b) => a - b)[Math.floor(sources.length / 2)] ?? 0;
  if (median > MAX_MEDIAN_LINES)
    console.error(`The median file has ${median} lines, more than ${MAX_MEDIAN_LINES}: take some apart.`);
  console.log(`${files.length} files, ${violations.length} violations, the median file has ${median} lines.`);
  return violations.length > 0 || median > MAX_MEDIAN_LINES ? 1 : 0;
}

function print(violations: readonly Violation[]): void {
  for (const [rule, found] of Map.groupBy(violations, (violation) => violation.rule)) {
    console.error(`${rule}: ${found[0]?.reason}`);
    for (const { path, line, what } of found) console.error(`  ${path}:${line}  ${what}`);
  }
}

process.exit(main());

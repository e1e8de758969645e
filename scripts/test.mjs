import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSteps } from "./check/run-steps.mjs";
import { nodeModules, projectRoot } from "./setup/project.mjs";
import { setup } from "./setup/setup.mjs";
import { countPlaywright, countVitest } from "./test/count-tests.mjs";

process.chdir(projectRoot);
await setup({ browser: true });

const reports = mkdtempSync(join(tmpdir(), "parapet-reports-"));
const unitReport = join(reports, "unit.json");

const check = { title: "check", run: ["scripts/check.mjs"] };
const unit = {
  title: "unit tests",
  run: [
    join(nodeModules, "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unitReport}`,
  ],
  // Vite announces its next major version; the test runner's output is no place for that.
  environment: { VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" },
};
const build = { title: "build", run: ["--conditions=react-server", "scripts/launch.mjs", "build"] };
/** Each half has a server, a database and a provider of its own: a browser test mostly waits, so two run side by side. */
const halves = [1, 2].map((half) => ({
  title: `e2e tests ${half}/2`,
  run: [
    join(nodeModules, "@playwright", "test", "cli.js"),
    "test",
    ...["--config", "e2e/playwright.config.ts"],
    `--shard=${half}/2`,
  ],
  report: join(reports, `browser-${half}.json`),
}));
const browser = halves.map(({ report, ...step }, index) => ({
  ...step,
  environment: {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    E2E_OUTPUT_DIR: `../test-results/half-${index + 1}`,
    // In tests; those of the first half take longer.
    PWTEST_SHARD_WEIGHTS: "43:57",
  },
}));

/** Steps one after the other, or side by side; what comes after one that failed is not tried. */
async function inOrder(...groups) {
  for (const group of groups) {
    const failed = await runSteps(group);
    if (failed.length > 0) return failed;
  }
  return [];
}

// The compiler reads types that the build writes anew, so these two come one after the other.
const failedChecks = await runSteps([check]);
const [, failedBuild] = await Promise.all([runSteps([unit]), inOrder([build], browser)]);
const failedSteps = [...failedChecks, ...failedBuild.filter((title) => title === build.title)];
const counts = [
  countVitest(unitReport),
  ...(failedBuild.includes(build.title) ? [] : halves.map(({ report }) => countPlaywright(report))),
];
rmSync(reports, { recursive: true, force: true });

for (const problem of counts.flatMap(({ problems }) => problems)) console.log(problem);
if (failedBuild.includes(build.title))
  console.log("The e2e tests did not run, because there is no build to test.");
for (const title of counts.flatMap(({ flaky }) => flaky)) console.log(`Passed at the second try: ${title}`);
const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
// A step that failed counts like a test that failed, so that the last line alone tells the truth.
const failed = sum("failed") + failedSteps.length;
console.log(`${sum("passed")} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

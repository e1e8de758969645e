import { readFileSync } from "node:fs";

/**
 * What a test run's report says. `problems` names what counts as failed beside the failed tests themselves, `flaky` the
 * tests that passed when they were tried again.
 */
const nothing = { passed: 0, failed: 0, problems: [], flaky: [] };

/** Reads vitest's JSON report. A skipped test counts as failed: what nobody sees fail is no test. */
export function countVitest(path) {
  const report = readReport(path);
  if (!report) return { ...nothing, failed: 1, problems: ["vitest ended without a report."] };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(isFailed),
  );
  const empty = tests.length === 0 ? ["vitest found no tests."] : [];
  const problems = [
    ...skipped.map(({ fullName }) => `Skipped: ${fullName}.`),
    ...broken.map(({ name }) => `${name} could not be run.`),
    ...empty,
  ];
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(isFailed).length + problems.length,
    problems,
    flaky: [],
  };
}

/**
 * Reads Playwright's JSON report, by the same rules. A browser on a busy machine now and then loses a race that no person
 * would: a test that passes at its second try counts as passed, but is named.
 */
export function countPlaywright(path) {
  const report = readReport(path);
  if (!report) return { ...nothing, failed: 1, problems: ["Playwright ended without a report."] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const problems = [
    ...report.errors.map(({ message }) => message ?? "Playwright failed."),
    ...(skipped > 0 ? [`${skipped} browser tests were skipped.`] : []),
    ...(expected + unexpected + flaky + skipped === 0 ? ["Playwright found no tests."] : []),
  ];
  const failed = unexpected + skipped + problems.length - (skipped > 0 ? 1 : 0);
  return { passed: expected + flaky, failed, problems, flaky: report.suites?.flatMap(flakyIn) ?? [] };
}

function flakyIn({ specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyIn)];
}

function isFailed({ status }) {
  return status === "failed";
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

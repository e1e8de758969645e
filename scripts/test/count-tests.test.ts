import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder";
import { countPlaywright, countVitest } from "./count-tests.mjs";

function report(content: unknown): string {
  const path = join(temporaryFolder(), "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((result) => ({ fullName: "a test", status: result })),
});

describe("vitest", () => {
  test("counts passed and failed", () => {
    const path = report({
      testResults: [file("passed", "passed", "passed"), file("failed", "passed", "failed")],
    });
    expect(countVitest(path)).toEqual({ passed: 3, failed: 1, problems: [], flaky: [] });
  });

  test("a skipped test, a file that could not be loaded, no tests and no report each count as failed", () => {
    expect(countVitest(report({ testResults: [file("passed", "passed", "pending")] }))).toMatchObject({
      passed: 1,
      failed: 1,
    });
    expect(countVitest(report({ testResults: [file("passed", "passed"), file("failed")] }))).toMatchObject({
      passed: 1,
      failed: 1,
    });
    expect(countVitest(report({ testResults: [] }))).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest(join(temporaryFolder(), "nothing"))).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("Playwright", () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

  test("counts passed and failed; a test that passed only the second time is named", () => {
    expect(countPlaywright(report({ errors: [], stats }))).toMatchObject({
      passed: 5,
      failed: 0,
      problems: [],
    });
    const spec = (title: string, status: string) => ({ file: "a.spec.ts", title, tests: [{ status }] });
    const suites = [{ specs: [spec("steady", "expected")], suites: [{ specs: [spec("shaky", "flaky")] }] }];
    const worse = report({ errors: [], suites, stats: { ...stats, unexpected: 2, flaky: 1, skipped: 3 } });
    expect(countPlaywright(worse)).toMatchObject({ passed: 6, failed: 5, flaky: ["a.spec.ts: shaky"] });
  });

  test("a run that broke off counts as failed", () => {
    const path = report({
      errors: [{ message: "no server" }],
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
    });
    expect(countPlaywright(path).failed).toBeGreaterThan(0);
  });
});

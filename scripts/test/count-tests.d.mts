export type TestCount = {
  readonly passed: number;
  readonly failed: number;
  /** What counts as failed beside the tests that did. */
  readonly problems: readonly string[];
  /** What passed when it was tried again. */
  readonly flaky: readonly string[];
};
export function countVitest(path: string): TestCount;
export function countPlaywright(path: string): TestCount;

/**
 * One thing a guard noticed. `start` and `end` are UTF-16 indexes (end exclusive) into the text that was judged,
 * as the guard was given it. `reason` is a stable kebab-case code, never the matched value.
 */
export type Finding = {
  readonly guard: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
};

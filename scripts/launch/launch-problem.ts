/** Something that keeps Parapet from starting, told in one sentence each, to be put right by whoever started it. */
export class LaunchProblem extends Error {
  readonly problems: readonly string[];

  constructor(...problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "LaunchProblem";
    this.problems = problems;
  }
}

/** The system's code of an error, such as ECONNREFUSED or PostgreSQL's 3D000; empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

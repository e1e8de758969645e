import { MigrationFailure } from "../migrate/migration-failure";
import { LaunchProblem } from "./launch-problem";

/** Prints one line for each known problem; a fault of ours comes with its stack. */
export function reportProblem(error: unknown): void {
  if (error instanceof LaunchProblem) for (const problem of error.problems) console.error(problem);
  else if (error instanceof MigrationFailure) console.error(error.message);
  else console.error(error);
}

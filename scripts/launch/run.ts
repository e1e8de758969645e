import { build } from "./build";
import type { RunCommand } from "./read-settings";
import { reportProblem } from "./report-problem";
import { serve } from "./serve";

/** Does what `npm run dev`, `npm run build` or `npm start` ask for. */
export async function run(command: RunCommand | "build"): Promise<void> {
  try {
    await (command === "build" ? build() : serve(command));
  } catch (error) {
    reportProblem(error);
    process.exit(1);
  }
}

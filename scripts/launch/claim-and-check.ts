import { checkDataDir } from "./check-data-dir";
import { checkSettings } from "./check-settings";
import { claimDataDir } from "./claim-data-dir";
import { LaunchProblem } from "./launch-problem";
import type { Settings } from "./read-settings";
import type { RunFile } from "./run-file";

/** Takes DATA_DIR and checks all settings. @throws LaunchProblem with everything that is wrong */
export async function claimAndCheck(settings: Settings, url: string): Promise<RunFile> {
  const problems = [...settings.problems, ...checkDataDir(settings.dataDir)];
  const command = settings.command === "dev" ? "npm run dev" : "npm start";
  const claim =
    problems.length > settings.problems.length ? null : await tryClaim({ ...settings, command, url });
  // Who holds the folder most likely holds the port too, and one sentence about it is enough.
  const faulty = typeof claim === "string" ? new Set([...settings.faulty, "PORT"]) : settings.faulty;
  problems.push(
    ...(typeof claim === "string" ? [claim] : []),
    ...(await checkSettings({ ...settings, faulty })),
  );
  if (claim !== null && typeof claim !== "string") {
    if (problems.length === 0) return claim;
    claim.release();
  }
  throw new LaunchProblem(...problems);
}

/** The run file, or the sentence that says who has it. */
async function tryClaim(claim: Parameters<typeof claimDataDir>[0]): Promise<RunFile | string> {
  try {
    return await claimDataDir(claim);
  } catch (error) {
    if (error instanceof LaunchProblem) return error.message;
    throw error;
  }
}

import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../setup/project.mjs";
import { LaunchProblem } from "./launch-problem";
import type { PreparationMessage, Prepared } from "./preparation";
import { printFirstAdmin } from "./print-summary";

type Preparing = { readonly migrated: Promise<void>; readonly prepared: Promise<Prepared> };

/** Runs prepare.ts in a process of its own: the launcher lives as long as the server and should stay small. */
export function startPreparing(environment: NodeJS.ProcessEnv): Preparing {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", join(projectRoot, "scripts/launch/prepare.ts")], {
    cwd: projectRoot,
    env: environment,
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const migrated = Promise.withResolvers<void>();
  const prepared = Promise.withResolvers<Prepared>();
  const fail = (...problems: readonly string[]) => {
    migrated.reject(new LaunchProblem(...problems));
    prepared.reject(new LaunchProblem(...problems));
  };
  // Whoever waits for one of them hears of it; the other must not count as unhandled.
  for (const { promise } of [migrated, prepared]) promise.catch(() => undefined);
  child.on("message", (message: PreparationMessage) => {
    if (message.type === "failed") fail(...message.problems);
    if (message.type === "migrated") migrated.resolve(reportMigrations(message));
    if (message.type === "prepared") {
      // At once, because a crash between here and the summary would take the only copy of the password with it.
      if (message.admin) printFirstAdmin(message.admin);
      prepared.resolve(message);
    }
  });
  child.on("exit", (code) => {
    if (code !== 0) fail("Preparing the database failed; the reason is above.");
  });
  return { migrated: migrated.promise, prepared: prepared.promise };
}

function reportMigrations({ applied, edited }: { applied: readonly string[]; edited: readonly string[] }): void {
  if (applied.length > 0) console.error(`Applied migrations: ${applied.join(", ")}.`);
  for (const name of edited) {
    console.error(`The migration ${name} was changed after this database applied it; its changes are not in there.`);
  }
}

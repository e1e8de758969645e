import { spawn } from "node:child_process";
import { join } from "node:path";
import { identifyProcess } from "../setup/process-identity.mjs";
import { projectRoot } from "../setup/project.mjs";
import { LaunchProblem } from "./launch-problem";
import type { Run } from "./open-run";
import type { PreparationMessage, Prepared } from "./preparation";
import { printFirstAdmin } from "./print-summary";
import type { Child } from "./stop-child.mjs";

type Preparing = { readonly migrated: Promise<void>; readonly prepared: Promise<Prepared> };

/** Runs prepare.ts in a process of its own: the launcher lives as long as the server and should stay small. */
export function startPreparing(run: Run, environment: NodeJS.ProcessEnv): Preparing {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", join(projectRoot, "scripts/launch/prepare.ts")],
    {
      cwd: projectRoot,
      env: environment,
      stdio: ["ignore", 2, 2, "ipc"],
    },
  );
  run.add(describe(child.pid ?? 0));
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

/** Nothing it does is lost when it is cut off: all of it is done again by the next start. */
function describe(pid: number): Child {
  const startedAt = identifyProcess(pid)?.startedAt ?? "";
  return { name: "prepare", pid, startedAt, group: false, signals: [{ signal: "SIGKILL", graceMs: 2_000 }] };
}

function reportMigrations({
  applied,
  edited,
}: {
  applied: readonly string[];
  edited: readonly string[];
}): void {
  if (applied.length > 0) console.error(`Applied migrations: ${applied.join(", ")}.`);
  for (const name of edited) {
    console.error(
      `The migration ${name} was changed after this database applied it; its changes are not in there.`,
    );
  }
}

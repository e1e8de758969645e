import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../setup/project.mjs";
import type { Child } from "./stop-child.mjs";

export type Guardian = {
  /** Names the children that are left behind should this process end. */
  readonly guard: (children: readonly Child[]) => void;
  readonly dismiss: () => void;
};

/** Starts the process that stops our children when this one ends without having done so, even by `kill -9`. */
export function startGuardian(): Guardian {
  const guardian = spawn(process.execPath, [join(projectRoot, "scripts/launch/guardian-process.mjs")], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guardian.unref();
  // Without a guardian the next start still cleans up, so losing it is no reason to end.
  guardian.on("error", () => undefined);
  guardian.stdin.on("error", () => undefined);
  return {
    guard: (children) => guardian.stdin.write(`${JSON.stringify(children)}\n`),
    dismiss: () => guardian.stdin.end(),
  };
}

import { startGuardian } from "./guardian";
import { reportProblem } from "./report-problem";
import type { RunFile } from "./run-file";
import { type Child, stopChild, stopChildren } from "./stop-child.mjs";

/** The processes of one start, known to the run file and to the guardian from the moment they run. */
export type Run = {
  /** A child of the same name is replaced: that is a restart. */
  readonly add: (child: Child) => void;
  /** Stops everything, last started first, and gives the data folder back. Safe to call twice. */
  readonly stop: () => Promise<void>;
  /** Ends all children at once; for those who cannot wait for `stop`. */
  readonly kill: () => Promise<void>;
  readonly isStopping: () => boolean;
  /** Tells why, stops everything and ends this process with 1; does nothing when it is stopping anyway. */
  readonly fail: (error: unknown) => Promise<void>;
};

export function openRun(file: RunFile): Run {
  const guardian = startGuardian();
  let children: readonly Child[] = [];
  let stopping: Promise<void> | undefined;

  const stopAll = async () => {
    await stopChildren(children);
    file.release();
    guardian.dismiss();
  };
  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };
  return {
    stop,
    add: (child) => {
      children = [...children.filter(({ name }) => name !== child.name), child];
      guardian.guard(children);
      file.write(children);
      // Started while everything stops: then it stops too.
      if (stopping) stopping = Promise.all([stopping, stopChild(child)]).then(() => undefined);
    },
    kill: async () => {
      await Promise.all(children.map((child) => stopChild({ ...child, signals: child.signals.slice(1) })));
      file.release();
    },
    isStopping: () => stopping !== undefined,
    fail: async (error) => {
      if (stopping) return;
      reportProblem(error);
      await stop();
      process.exit(1);
    },
  };
}

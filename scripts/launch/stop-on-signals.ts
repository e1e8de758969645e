import type { Run } from "./open-run";
import { watchParents } from "./watch-parents.mjs";

/** npm passes on the Ctrl-C that the terminal also sends us; only a later one is a person's second. */
const SAME_KEYSTROKE_MS = 500;

/** The first signal, or the end of the process that started us, stops everything in order; a second one at once. */
export function stopOnSignals(run: Run): void {
  let stoppingSince = 0;
  const stop = async () => {
    if (stoppingSince > 0 && Date.now() - stoppingSince < SAME_KEYSTROKE_MS) return;
    const isFirst = stoppingSince === 0;
    stoppingSince = Date.now();
    if (isFirst) console.error("\nStopping … (Ctrl-C again ends it at once)");
    await (isFirst ? run.stop() : run.kill());
    process.exit(isFirst ? 0 : 1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  watchParents(() => void stop());
}

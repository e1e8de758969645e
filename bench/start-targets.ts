import type { Options } from "./read-options";
import { startBaseline } from "./start-baseline";
import { startDirect } from "./start-direct";
import { startParapet } from "./start-parapet";
import type { Target } from "./target";

/** Starts what is to be measured. Each is handed to `onStart` at once, so that it can be stopped should the next fail. */
export async function startTargets(options: Options, onStart: (target: Target) => void): Promise<void> {
  const readers = Math.max(...options.levels);
  const direct = await startDirect(readers);
  onStart(direct);
  if (options.targets.includes("baseline")) onStart(await startBaseline(direct, readers));
  if (options.targets.includes("parapet")) onStart(await startParapet(direct, readers));
}

import "server-only";
import type { TurnStream } from "./turn-stream";

/** A turn that this process produces: its stream, and how to stop it. */
export type RunningTurn = { readonly stream: TurnStream; readonly stop: (reason: StopReason) => void };

/** `stopped`: the person pressed Stop. `interrupted`: the server is going down. */
export type StopReason = "stopped" | "interrupted";

declare global {
  var parapetRunningTurns: Map<string, RunningTurn> | undefined;
}

/** The turns that this process produces, by id; one map for all module instances. */
export function getRunningTurns(): Map<string, RunningTurn> {
  globalThis.parapetRunningTurns ??= new Map();
  return globalThis.parapetRunningTurns;
}

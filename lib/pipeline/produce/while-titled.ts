import "server-only";
import { titles } from "@/lib/config/titles";
import type { StreamPart } from "@/lib/streams/frames";
import type { AdmittedTurn } from "../turn";
import type { Outgoing } from "./hide-personal";
import type { TurnRecord } from "./turn-record";
import { writeTitle } from "./write-title";

/**
 * Runs the answer while the chat's title is being written beside it. The turn settles the money of both, so it waits
 * for the title, but never for long: an answer that has ended gives it `titles.graceMs`.
 */
export async function whileTitled(
  turn: AdmittedTurn,
  outgoing: Outgoing,
  record: TurnRecord,
  show: (part: StreamPart) => void,
  signal: AbortSignal,
  run: () => Promise<void>,
): Promise<void> {
  if (turn.titler === null) return run();
  const patience = new AbortController();
  // First, for somebody waits for the answer.
  const answered = run();
  const titled = writeTitle(
    turn,
    outgoing,
    record.titleAttempts,
    AbortSignal.any([signal, patience.signal]),
  ).then((title) => {
    if (title !== null) show({ type: "data-title", data: { title }, transient: true });
  });
  try {
    await answered;
  } finally {
    const timer = setTimeout(() => patience.abort(), titles.graceMs);
    await titled;
    clearTimeout(timer);
  }
}

import "server-only";
import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { getLogger } from "@/lib/config/logger";
import type { StreamPart } from "@/lib/streams/frames";
import { getRunningTurns, type StopReason } from "@/lib/streams/running-turns";
import { TurnStream } from "@/lib/streams/turn-stream";
import type { AdmittedTurn } from "../turn";
import { answer } from "./answer";
import type { AnswerGate } from "./answer-gate";
import { concludeAnswer } from "./conclude-answer";
import { ground } from "./ground";
import { openGate } from "./open-gate";
import { retrieve } from "./retrieve";
import { settleTurn } from "./settle-turn";
import { substitutionNotice } from "./substitution-notice";
import { TurnRecord } from "./turn-record";

type Show = (part: StreamPart) => void;

/**
 * Answers an admitted turn into its turn stream, and returns at once. The answer is nobody's: readers come and go,
 * and it goes on until it is done, stopped, or the server ends.
 */
export function produce(turn: AdmittedTurn): void {
  const stopper = new AbortController();
  const stream = new TurnStream(turn.id);
  getRunningTurns().set(turn.id, { stream, stop: (reason) => stopper.abort(reason) });
  void run(turn, stream, stopper.signal)
    .catch((error: unknown) => getLogger().error({ error, turnId: turn.id }, "turn could not be closed"))
    .finally(() => getRunningTurns().delete(turn.id));
}

async function run(turn: AdmittedTurn, stream: TurnStream, signal: AbortSignal): Promise<void> {
  const record = new TurnRecord(turn);
  const show: Show = (part) => {
    record.note(part);
    stream.write(part);
  };
  show({ type: "start", messageId: turn.id, messageMetadata: metadataOf(turn) });
  let failure: unknown = null;
  let gate: AnswerGate | null = null;
  try {
    const passages = await turn.trace.stage("retrieve", () => retrieve(turn.question));
    record.passages = passages;
    gate = openGate(turn, passages);
    const parts = await turn.trace.stage("generate", () => answer(turn, passages, record.attempts, signal));
    const substitution = substitutionNotice(turn.chain, record.attempts.latest);
    if (substitution !== null) show(record.notice(substitution));
    await turn.trace.stage("stream", () => pump(parts, gate, show));
    const sources = await turn.trace.stage("ground", () => ground(gate?.shownText ?? "", passages));
    if (sources.length > 0) show({ type: "data-sources", id: "sources", data: { sources } });
  } catch (error) {
    failure = error;
  }
  // Typed as any by the platform; only `stop` above sets it.
  const stopReason: StopReason | null = signal.aborted ? signal.reason : null;
  concludeAnswer(record, gate, failure, stopReason).forEach(show);
  show({ type: "data-usage", data: record.usage() });
  await settleTurn(turn, record, gate);
  stream.write({ type: "finish" });
  await stream.close();
}

/** Takes the answer through the gate, and cancels the call when the gate has closed. */
async function pump(
  parts: ReadableStream<LanguageModelV4StreamPart>,
  gate: AnswerGate | null,
  show: Show,
): Promise<void> {
  if (gate === null) return;
  const reader = parts.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    gate.take(next.value).forEach(show);
    if (gate.endedBy !== null) await reader.cancel();
  }
  gate.end().forEach(show);
}

function metadataOf(turn: AdmittedTurn): { turnId: string; parentId: string; createdAt: string } {
  return { turnId: turn.id, parentId: turn.questionId, createdAt: new Date().toISOString() };
}

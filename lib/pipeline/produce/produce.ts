import "server-only";
import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { getLogger } from "@/lib/config/logger";
import { expectWait } from "@/lib/models/expect-wait";
import { ChatError } from "@/lib/protocol/chat-error";
import type { ChatMetadata } from "@/lib/protocol/chat-message";
import type { NoticeCode } from "@/lib/protocol/notice";
import type { StreamPart } from "@/lib/streams/frames";
import { getRunningTurns, type StopReason } from "@/lib/streams/running-turns";
import { TurnStream } from "@/lib/streams/turn-stream";
import { gatherImages, type OutgoingImage } from "../attachments/gather-images";
import { refusalSentence } from "../refusal-sentence";
import type { Retrieved } from "../retrieve";
import type { AdmittedTurn } from "../turn";
import { verdictRows } from "../verdict-rows";
import { answer } from "./answer";
import type { AnswerGate } from "./answer-gate";
import { answererNotices } from "./answerer-notices";
import { askJudges } from "./ask-judges";
import { concludeAnswer } from "./conclude-answer";
import { ground } from "./ground";
import { hidePersonal, type Outgoing } from "./hide-personal";
import { openGate } from "./open-gate";
import { settleTurn } from "./settle-turn";
import { TurnRecord } from "./turn-record";
import { whileTitled } from "./while-titled";

/**
 * Answers an admitted turn into its turn stream, and resolves as soon as nothing but the answer is left to wait for. The
 * answer is nobody's: readers come and go, and it goes on until it is done, stopped, or the server ends.
 * @throws ChatError input_blocked when a judge refuses the question, once that is on record
 */
export function produce(turn: AdmittedTurn): Promise<void> {
  const stopper = new AbortController();
  const stream = new TurnStream(turn.id);
  getRunningTurns().set(turn.id, { stream, stop: (reason) => stopper.abort(reason) });
  return new Promise((onJudged, onRefused) => {
    void run(turn, stream, stopper.signal, onJudged)
      .then(({ status }) => {
        if (status === "BLOCKED")
          onRefused(new ChatError("input_blocked", refusalSentence(turn.topics), { turnId: turn.id }));
      })
      .catch((error: unknown) => getLogger().error({ error, turnId: turn.id }, "turn could not be closed"))
      .finally(() => {
        getRunningTurns().delete(turn.id);
        // Whatever went wrong before the answer, the stream says so.
        onJudged();
      });
  });
}

async function run(
  turn: AdmittedTurn,
  stream: TurnStream,
  signal: AbortSignal,
  onJudged: () => void,
): Promise<Pick<TurnRecord, "status">> {
  const record = new TurnRecord(turn);
  const show = (part: StreamPart): void => {
    record.note(part);
    stream.write(part);
  };
  show({ type: "start", messageId: turn.id, messageMetadata: metadataOf(turn) });
  let failure: unknown = null;
  try {
    await answerInto(show, turn, record, signal, onJudged);
  } catch (error) {
    failure = error;
  }
  // Typed as any by the platform; only `stop` above sets it.
  const stopReason: StopReason | null = signal.aborted ? signal.reason : null;
  concludeAnswer(turn, record, failure, stopReason).forEach(show);
  show({ type: "data-usage", data: record.usage() });
  await settleTurn(turn, record);
  stream.write({ type: "finish" });
  await stream.close();
  return record;
}

/** The stages between a question and its answer, in order. */
async function answerInto(
  show: (part: StreamPart) => void,
  turn: AdmittedTurn,
  record: TurnRecord,
  signal: AbortSignal,
  onJudged: () => void,
): Promise<void> {
  await turn.trace.stage("judge", () => askJudges(turn, record, signal));
  onJudged();
  const retrieved = await turn.retrieved;
  const gathered = await gatherImages(turn.files);
  const notices: NoticeCode[] = [
    ...(turn.judgement.action === "redact" ? (["input_redacted"] as const) : []),
    ...retrieved.notices,
    ...(gathered.isIncomplete ? (["attachment_missing"] as const) : []),
  ];
  for (const code of new Set(notices)) show(record.notice(code));
  try {
    await answerFrom(retrieved, gathered.images, show, turn, record, signal);
  } finally {
    gathered.release();
  }
}

/** The same once all that goes with the question is there. */
async function answerFrom(
  retrieved: Retrieved,
  images: readonly OutgoingImage[],
  show: (part: StreamPart) => void,
  turn: AdmittedTurn,
  record: TurnRecord,
  signal: AbortSignal,
): Promise<void> {
  const { trace } = turn;
  const outgoing = await trace.stage("hide-personal", () => hidePersonal(turn, retrieved, images));
  record.passages = outgoing.passages;
  noteInput(record, turn.id, retrieved, outgoing);
  const gate = openGate(turn, outgoing);
  record.gate = gate;
  await whileTitled(turn, outgoing, record, show, signal, async () => {
    const parts = await trace.stage("generate", () => answer(turn, outgoing, record.attempts, signal));
    for (const code of answererNotices(turn.chain, record.attempts.latest, images.length > 0))
      show(record.notice(code));
    await trace.stage("guard-output", () => pump(parts, gate, show));
    // As they were before anything was hidden: what was shown has it back, too.
    const sources = await trace.stage("ground", () => ground(gate.shownText, retrieved.passages));
    if (sources.length > 0) show({ type: "data-sources", id: "sources", data: { sources } });
  });
}

/** What was left out of the documents, and what was hidden in them and in the question, before either went out. */
function noteInput(record: TurnRecord, turnId: string, retrieved: Retrieved, outgoing: Outgoing): void {
  record.addVerdicts(
    verdictRows([...retrieved.findings, ...outgoing.documentFindings], { turnId, surface: "DOCUMENT" }),
  );
  record.addVerdicts(
    verdictRows([...retrieved.fileFindings, ...outgoing.fileFindings], { turnId, surface: "ATTACHMENT" }),
  );
  record.addVerdicts(verdictRows(outgoing.findings, { turnId, surface: "QUESTION" }));
}

/** Takes the answer through the gate, and cancels the call when the gate has closed. */
async function pump(
  parts: ReadableStream<LanguageModelV4StreamPart>,
  gate: AnswerGate,
  show: (part: StreamPart) => void,
): Promise<void> {
  const reader = parts.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    gate.take(next.value).forEach(show);
    if (gate.endedBy !== null) await reader.cancel();
  }
  gate.end().forEach(show);
}

function metadataOf(turn: AdmittedTurn): ChatMetadata {
  return {
    turnId: turn.id,
    parentId: turn.questionId,
    createdAt: new Date().toISOString(),
    expectedWait: expectWait(turn.viewer.tenantId, turn.chain),
  };
}

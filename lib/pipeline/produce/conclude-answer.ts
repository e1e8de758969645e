import "server-only";
import { getLogger } from "@/lib/config/logger";
import { ChainExhausted } from "@/lib/models/chain-model";
import type { StreamPart } from "@/lib/streams/frames";
import type { StopReason } from "@/lib/streams/running-turns";
import type { AnswerGate } from "./answer-gate";
import type { TurnRecord } from "./turn-record";

const RETRY_AFTER_SECONDS = 10;

/**
 * Says how an answer ended: sets the turn's status, and returns the notices that tell the person so.
 * @param failure what was thrown before or while the answer came
 */
export function concludeAnswer(
  record: TurnRecord,
  gate: AnswerGate | null,
  failure: unknown,
  stopReason: StopReason | null,
): StreamPart[] {
  if (stopReason !== null) {
    record.status = stopReason === "stopped" ? "STOPPED" : "INTERRUPTED";
    return [record.notice(stopReason)];
  }
  if (gate !== null && gate.endedBy !== null) return [record.notice(gate.endedBy)];
  const broken = failure ?? gate?.failure ?? null;
  if (broken !== null) return concludeFailure(record, broken, gate?.shownText !== "" && gate !== null);
  return gate?.redacted ? [record.notice("output_redacted")] : [];
}

function concludeFailure(record: TurnRecord, failure: unknown, hasContent: boolean): StreamPart[] {
  record.errorCode = codeOf(failure);
  if (record.errorCode === "internal")
    getLogger().error({ error: failure, turnId: record.turnId }, "answer failed");
  record.status = hasContent ? "INTERRUPTED" : "FAILED";
  return [
    hasContent ? record.notice("interrupted") : record.notice("model_unavailable", RETRY_AFTER_SECONDS),
  ];
}

function codeOf(failure: unknown): string {
  if (failure instanceof ChainExhausted) return failure.failures.at(-1)?.code ?? "no_models";
  if (
    typeof failure === "object" &&
    failure !== null &&
    "code" in failure &&
    typeof failure.code === "string"
  ) {
    return failure.code;
  }
  return "internal";
}

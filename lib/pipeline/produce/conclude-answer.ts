import "server-only";
import { topicPolicies } from "@/lib/config/guardrails-input";
import { getLogger } from "@/lib/config/logger";
import { ChainExhausted } from "@/lib/models/chain-model";
import { ChatError } from "@/lib/protocol/chat-error";
import type { StreamPart } from "@/lib/streams/frames";
import type { StopReason } from "@/lib/streams/running-turns";
import type { AdmittedTurn } from "../turn";
import type { TurnRecord } from "./turn-record";

const RETRY_AFTER_SECONDS = 10;

/**
 * Says how an answer ended: sets the turn's status, and returns the notices that tell the person so.
 * @param failure what was thrown before or while the answer came
 */
export function concludeAnswer(
  turn: Pick<AdmittedTurn, "topics">,
  record: TurnRecord,
  failure: unknown,
  stopReason: StopReason | null,
): StreamPart[] {
  const topics = turn.topics.map((topic) =>
    record.notice("high_stakes", { message: topicPolicies[topic].notice }),
  );
  return [...topics, ...endingOf(record, failure, stopReason)];
}

function endingOf(record: TurnRecord, failure: unknown, stopReason: StopReason | null): StreamPart[] {
  const { gate } = record;
  // First: who stops while judges refuse the question does not get it into what later ones are sent with.
  if (failure instanceof ChatError && failure.code === "input_blocked") {
    record.status = "BLOCKED";
    return [record.notice("input_blocked")];
  }
  if (stopReason !== null) {
    record.status = stopReason === "stopped" ? "STOPPED" : "INTERRUPTED";
    return [record.notice(stopReason)];
  }
  if (gate !== null && gate.endedBy !== null) return [record.notice(gate.endedBy)];
  const broken = failure ?? gate?.failure ?? null;
  if (broken !== null) return concludeFailure(record, broken, gate !== null && gate.shownText !== "");
  return gate?.redacted ? [record.notice("output_redacted")] : [];
}

function concludeFailure(record: TurnRecord, failure: unknown, hasContent: boolean): StreamPart[] {
  record.errorCode = codeOf(failure);
  if (record.errorCode === "internal") {
    getLogger().error({ error: failure, turnId: record.turnId }, "answer failed");
  }
  record.status = hasContent ? "INTERRUPTED" : "FAILED";
  const retryAfterSeconds = RETRY_AFTER_SECONDS;
  return [
    hasContent ? record.notice("interrupted") : record.notice("model_unavailable", { retryAfterSeconds }),
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

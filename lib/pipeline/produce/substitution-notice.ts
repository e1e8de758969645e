import "server-only";
import type { StartedAttempt } from "@/lib/models/attempt-outcome";
import type { ModelSpec } from "@/lib/models/model-spec";
import type { NoticeCode } from "@/lib/protocol/notice";

/** What a person has to be told about who answers; null when it is the model they would expect. */
export function substitutionNotice(
  chain: readonly ModelSpec[],
  answering: StartedAttempt | undefined,
): NoticeCode | null {
  if (answering === undefined) return null;
  if (answering.spec.provider === "builtin") return "answered_without_model";
  return answering.spec.id === chain[0]?.id ? null : "answered_by_backup";
}

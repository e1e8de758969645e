import "server-only";
import type { StartedAttempt } from "@/lib/models/attempt-outcome";
import type { ModelSpec } from "@/lib/models/model-spec";
import type { NoticeCode } from "@/lib/protocol/notice";

/** What a person has to be told about who answers: that it is not the model they would expect, or has not seen all. */
export function answererNotices(
  chain: readonly ModelSpec[],
  answering: StartedAttempt | undefined,
  hasImages: boolean,
): NoticeCode[] {
  if (answering === undefined) return [];
  const { spec } = answering;
  const unseen: NoticeCode[] = hasImages && !spec.takesImages ? ["image_unseen"] : [];
  if (spec.provider === "builtin") return ["answered_without_model", ...unseen];
  return spec.id === chain[0]?.id ? unseen : ["answered_by_backup", ...unseen];
}

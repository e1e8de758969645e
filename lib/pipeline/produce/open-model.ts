import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { generation } from "@/lib/config/generation";
import { newId } from "@/lib/db/ids";
import type { AttemptObserver } from "@/lib/models/attempt-outcome";
import { createChainModel } from "@/lib/models/chain-model";
import type { ModelSpec } from "@/lib/models/model-spec";

/** A chain of models, first is tried first, under the timeouts of the configuration; `observer` is told of each call. */
export function openModel(links: readonly ModelSpec[], observer: AttemptObserver): LanguageModelV4 {
  const { firstContentTimeoutMs, idleTimeoutMs, totalTimeoutMs } = generation;
  const timeouts = { firstContentTimeoutMs, idleTimeoutMs, totalTimeoutMs };
  return createChainModel({ links, timeouts, observer, newAttemptId: newId });
}

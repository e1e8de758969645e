import "server-only";
import type { HistoryMessage } from "@/lib/chats/load-conversation";
import { generation } from "@/lib/config/generation";
import { titles } from "@/lib/config/titles";
import type { Reservation } from "@/lib/limits/reserve-quota";
import { countTokens } from "@/lib/models/count-tokens";
import type { ModelSpec } from "@/lib/models/model-spec";
import { worstCostOf } from "@/lib/models/price";

/**
 * What to set aside for a turn: the most that one call can read and write, at the dearest model of the chain. Passages
 * are not known yet, so their bound counts. A title that is to be written is one small call more.
 * @param fileTokens the most that attached files add
 */
export function planReservation(
  question: string,
  history: readonly HistoryMessage[],
  systemPrompt: string,
  chain: readonly ModelSpec[],
  titler: ModelSpec | null,
  fileTokens = 0,
): Reservation {
  const historyTokens = history.reduce((sum, message) => sum + message.tokens, 0);
  const inputTokens =
    countTokens(systemPrompt) +
    generation.maxPassageTokens +
    fileTokens +
    historyTokens +
    countTokens(question);
  const costs = chain.map((spec) => worstCostOf(inputTokens, generation.maxOutputTokens, spec.price));
  const answer = {
    tokens: BigInt(inputTokens + generation.maxOutputTokens),
    nanos: costs.reduce((worst, cost) => (cost > worst ? cost : worst), 0n),
  };
  if (titler === null) return answer;
  const titleNanos = worstCostOf(titles.maxInputTokens, titles.maxOutputTokens, titler.price);
  const titleTokens = BigInt(titles.maxInputTokens + titles.maxOutputTokens);
  return { tokens: answer.tokens + titleTokens, nanos: answer.nanos + titleNanos };
}

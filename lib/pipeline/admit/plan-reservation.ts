import "server-only";
import { attachments, imageLimits } from "@/lib/config/attachments";
import { generation } from "@/lib/config/generation";
import { titles } from "@/lib/config/titles";
import type { Reservation } from "@/lib/limits/reserve-quota";
import { countTokens } from "@/lib/models/count-tokens";
import { worstCostOf } from "@/lib/models/price";
import type { PromptVersion } from "@/lib/prompts/load-prompt";
import { countImages } from "../attachments/gather-images";
import type { TurnDraft } from "./turn-draft";

/** The marks between the words of documents nearly double their tokens; those of files are in their bound already. */
const MARKED = 2;

/** Every turn has the same few prompts, so each is counted once. */
const promptTokens = new WeakMap<PromptVersion, number>();

/** What a reservation depends on. */
type Reserved = Pick<TurnDraft, "prompt" | "chain" | "titler" | "conversation" | "files"> & {
  readonly body: Pick<TurnDraft["body"], "text">;
};

/**
 * What to set aside for a turn: the most that one call can read and write, at the dearest model of the chain. Passages
 * and files are not known yet, so their bounds count. A title that is to be written is one small call more.
 */
export function planReservation(draft: Reserved): Reservation {
  const { chain, titler, conversation, files } = draft;
  const historyTokens = conversation.history.reduce((sum, message) => sum + message.tokens, 0);
  const hasFiles = [...files, ...conversation.earlierFiles].some(({ kind }) => kind !== "image");
  const images = chain.some(({ takesImages }) => takesImages)
    ? countImages(files, conversation.earlierFiles)
    : 0;
  const inputTokens =
    tokensOfPrompt(draft.prompt) +
    historyTokens +
    countTokens(draft.body.text) +
    generation.maxPassageTokens * MARKED +
    (hasFiles ? attachments.maxTokens : 0) +
    images * (imageLimits.tokens + attachments.maxNameLength);
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

function tokensOfPrompt(prompt: PromptVersion): number {
  const tokens = promptTokens.get(prompt) ?? countTokens(prompt.content);
  promptTokens.set(prompt, tokens);
  return tokens;
}

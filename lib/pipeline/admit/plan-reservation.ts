import "server-only";
import { attachments, imageLimits } from "@/lib/config/attachments";
import { generation } from "@/lib/config/generation";
import {
  type InputJudgePolicy,
  inputJudgePolicies,
  llmJudgeLimits,
  llmJudgeModel,
} from "@/lib/config/guardrails-input";
import { structuredOutput } from "@/lib/config/structured-output";
import { titles } from "@/lib/config/titles";
import type { InputJudgement } from "@/lib/guards/input/guard-input";
import { isWanted } from "@/lib/guards/input/judges/is-wanted";
import type { Reservation } from "@/lib/limits/reserve-quota";
import { countTokens } from "@/lib/models/count-tokens";
import { getModel } from "@/lib/models/get-chain";
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
 * and files are not known yet, so their bounds count. A title that is to be written is one small call more, and a judge
 * that is a model a few, where it will be asked.
 */
export function planReservation(draft: Reserved, judged: Pick<InputJudgement, "score">): Reservation {
  const parts = [planAnswer(draft), planTitle(draft), planJudge(draft.body.text, judged.score)];
  return {
    tokens: parts.reduce((sum, { tokens }) => sum + tokens, 0n),
    nanos: parts.reduce((sum, { nanos }) => sum + nanos, 0n),
  };
}

const nothing: Reservation = { tokens: 0n, nanos: 0n };

function planAnswer(draft: Reserved): Reservation {
  const { chain, conversation, files } = draft;
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
  return {
    tokens: BigInt(inputTokens + generation.maxOutputTokens),
    nanos: costs.reduce((worst, cost) => (cost > worst ? cost : worst), 0n),
  };
}

function planTitle({ titler }: Reserved): Reservation {
  if (titler === null) return nothing;
  return {
    tokens: BigInt(titles.maxInputTokens + titles.maxOutputTokens),
    nanos: worstCostOf(titles.maxInputTokens, titles.maxOutputTokens, titler.price),
  };
}

/** The other judges cost nothing. */
function planJudge(question: string, score: number): Reservation {
  const policy: InputJudgePolicy = inputJudgePolicies["llm-judge"];
  if (!isWanted(policy, score)) return nothing;
  const { maxOutputTokens, maxOverheadTokens } = llmJudgeLimits;
  const tries = structuredOutput.maxTries;
  // The last call reads what the ones before it wrote.
  const inputTokens = countTokens(question) * MARKED + maxOverheadTokens + tries * maxOutputTokens;
  return {
    tokens: BigInt(tries * (inputTokens + maxOutputTokens)),
    nanos: BigInt(tries) * worstCostOf(inputTokens, maxOutputTokens, getModel(llmJudgeModel).price),
  };
}

function tokensOfPrompt(prompt: PromptVersion): number {
  const tokens = promptTokens.get(prompt) ?? countTokens(prompt.content);
  promptTokens.set(prompt, tokens);
  return tokens;
}

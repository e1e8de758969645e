import { prices } from "@/lib/config/prices";
import type { AttemptRow } from "@/lib/db/attempts";
import { compress } from "@/lib/db/compression";
import { costOf, parsePrice, priceSnapshot } from "@/lib/models/price";
import { noUsage } from "@/lib/models/usage";
import { answeredExchange, type Exchange, refusedExchange } from "./provider-exchange";
import { idAt } from "./seed-ids";
import { tokensOf } from "./token-estimate";

export type AttemptPlan = {
  readonly turnId: string;
  /** `provider/model`. */
  readonly model: string;
  readonly startedAt: Date;
  readonly question: string;
  /** What the model wrote, as far as it came. */
  readonly text: string;
  readonly status: AttemptRow["status"];
  readonly errorCode: string | null;
  readonly responseStatus: number;
  readonly firstContentMs: number | null;
  readonly durationMs: number;
};

/** Tokens of instructions and passages that go with every question. */
const PROMPT_TOKENS = 1_350;

const bodies = new Map<string, Promise<Buffer>>();

/** One call to a model as the record would hold it, with the price that stands in the configuration. */
export async function composeAttempt(plan: AttemptPlan): Promise<AttemptRow> {
  const [provider = "", modelRequested = ""] = plan.model.split("/");
  const entry = prices[plan.model];
  if (entry === undefined) throw new Error(`${plan.model} has no price.`);
  const price = parsePrice(entry);
  const isAnswered = plan.text !== "";
  const isBuiltin = provider === "builtin";
  const usage = isAnswered
    ? {
        ...noUsage,
        inputUncached: PROMPT_TOKENS - 1_024 + tokensOf(plan.question),
        inputCacheRead: 1_024,
        outputText: tokensOf(plan.text),
      }
    : noUsage;
  const exchange = isBuiltin ? null : exchangeOf(plan, usage.outputText);
  return {
    id: idAt(plan.startedAt),
    turnId: plan.turnId,
    tenantId: "default",
    purpose: "ANSWER",
    status: plan.status,
    provider,
    modelRequested,
    modelAnswered: isAnswered ? modelRequested : null,
    fingerprint: null,
    providerResponseId: null,
    temperature: null,
    seed: null,
    maxOutputTokens: 2_048,
    finishReason: plan.status === "SUCCEEDED" ? "stop" : null,
    errorCode: plan.errorCode,
    errorMessage: plan.errorCode === null ? null : sentenceOf(plan),
    requestUrl: exchange?.url ?? null,
    requestHeaders: exchange === null ? null : { "content-type": "application/json" },
    requestBody: exchange === null ? null : await compressed(exchange.request),
    responseStatus: exchange === null || plan.responseStatus === 0 ? null : plan.responseStatus,
    responseHeaders:
      exchange === null ? null : { "content-type": isAnswered ? "text/event-stream" : "application/json" },
    responseBody: exchange === null || plan.responseStatus === 0 ? null : await compressed(exchange.response),
    inputUncachedTokens: usage.inputUncached,
    inputCacheReadTokens: usage.inputCacheRead,
    inputCacheWriteTokens: 0,
    outputTextTokens: usage.outputText,
    outputReasoningTokens: 0,
    usageEstimated: false,
    price: priceSnapshot(price),
    costNanos: costOf(usage, price),
    firstContentMs: plan.firstContentMs,
    durationMs: plan.durationMs,
    startedAt: plan.startedAt,
  };
}

function exchangeOf(plan: AttemptPlan, outputTokens: number): Exchange {
  const { model, question, text } = plan;
  return text === ""
    ? refusedExchange(model, question, sentenceOf(plan))
    : answeredExchange(model, question, text, {
        input: PROMPT_TOKENS + tokensOf(question),
        output: outputTokens,
      });
}

function sentenceOf({ errorCode, responseStatus }: AttemptPlan): string {
  if (responseStatus === 429) return "Rate limit reached for requests. Please try again in 20 s.";
  if (errorCode === "first_content_timeout") return "The model said nothing within 15 s.";
  if (errorCode === "stopped") return "The person pressed Stop.";
  return "The server is overloaded or not ready yet.";
}

/** The same bytes are compressed once: a load of turns repeats itself. */
function compressed(text: string): Promise<Buffer> {
  const known = bodies.get(text);
  if (known !== undefined) return known;
  const made = compress(text);
  if (bodies.size < 5_000) bodies.set(text, made);
  return made;
}

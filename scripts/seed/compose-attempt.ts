import { prices } from "@/lib/config/prices";
import type { AttemptRow } from "@/lib/db/attempts";
import { compress } from "@/lib/db/compression";
import { costOf, parsePrice, priceSnapshot } from "@/lib/models/price";
import { noUsage, type TokenUsage } from "@/lib/models/usage";
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
const CACHED_TOKENS = 1_024;

const bodies = new Map<string, Promise<Buffer>>();

/** One call to a model as the record would hold it, with the price that stands in the configuration. */
export async function composeAttempt(plan: AttemptPlan): Promise<AttemptRow> {
  const [provider = "", modelRequested = ""] = plan.model.split("/");
  const entry = prices[plan.model];
  if (entry === undefined) throw new Error(`${plan.model} has no price.`);
  const price = parsePrice(entry);
  const isAnswered = plan.text !== "";
  const usage = isAnswered ? usageOf(plan) : noUsage;
  const exchange = provider === "builtin" ? null : exchangeOf(plan, usage.outputText);
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
    ...(exchange === null ? nothingSent : await recordOf(exchange, plan)),
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

function usageOf(plan: AttemptPlan): TokenUsage {
  return {
    ...noUsage,
    inputUncached: PROMPT_TOKENS - CACHED_TOKENS + tokensOf(plan.question),
    inputCacheRead: CACHED_TOKENS,
    outputText: tokensOf(plan.text),
  };
}

type Bytes = Pick<
  AttemptRow,
  "requestUrl" | "requestHeaders" | "requestBody" | "responseStatus" | "responseHeaders" | "responseBody"
>;

const nothingSent: Bytes = {
  ...{ requestUrl: null, requestHeaders: null, requestBody: null },
  ...{ responseStatus: null, responseHeaders: null, responseBody: null },
};

async function recordOf(exchange: Exchange, plan: AttemptPlan): Promise<Bytes> {
  const { text, responseStatus, errorCode } = plan;
  const sent = {
    requestUrl: exchange.url,
    requestHeaders: { "content-type": "application/json" },
    requestBody: await compressed(exchange.request),
  };
  // A provider that says nothing sends nothing.
  if (errorCode === "first_content_timeout") return { ...nothingSent, ...sent };
  return {
    ...sent,
    responseStatus,
    responseHeaders: { "content-type": text === "" ? "application/json" : "text/event-stream" },
    responseBody: await compressed(exchange.response),
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
  const made = compress(Buffer.from(text));
  if (bodies.size < 5_000) bodies.set(text, made);
  return made;
}

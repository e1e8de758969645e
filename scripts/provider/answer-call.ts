import { z } from "zod";
import type { Address } from "./address";
import type { Behaviour } from "./behaviour/behaviour";
import { anthropicMessages } from "./formats/anthropic-messages";
import { answerEmbeddings } from "./formats/embeddings";
import { listModels } from "./formats/models-list";
import { answerModerations } from "./formats/moderations";
import { openaiChat } from "./formats/openai-chat";
import { openaiResponses } from "./formats/openai-responses";
import { answerPredictions } from "./formats/predictions";
import type { WireFormat } from "./formats/wire-format";
import { writeErrorOf } from "./formats/write-error-of";
import { answerText } from "./playing/answer-text";
import { breakEarly } from "./playing/break-early";
import { type Exchange, sendJson } from "./playing/exchange";
import { playBody } from "./playing/play-body";

export type Called = {
  readonly address: Address;
  readonly method: string;
  /** Undefined when the body was not JSON. */
  readonly body: unknown;
  readonly isAnthropic: boolean;
};

const formats: Partial<Record<Address["endpoint"], WireFormat>> = {
  responses: openaiResponses,
  "chat/completions": openaiChat,
  messages: anthropicMessages,
};

/** Answers one call to one of the providers, as the behaviour says. */
export function answerCall(exchange: Exchange, called: Called, behaviour: Behaviour): void {
  const writeError = writeErrorOf(called.address, called.isAnthropic);
  const refuse = (status: number, message: string) => {
    exchange.settle({ outcome: "failed", status });
    sendJson(exchange.response, status, writeError(status, { message }, exchange.requestId));
  };
  const answer = readCall(exchange, called, behaviour, writeError);
  if (typeof answer === "function") answer();
  else refuse(answer.status, answer.message);
}

/** Returns what is left to be done once the body has proved to be in order, or what is wrong with it. */
function readCall(
  exchange: Exchange,
  called: Called,
  behaviour: Behaviour,
  writeError: WireFormat["writeError"],
): (() => void) | { status: number; message: string } {
  const isList = called.address.endpoint === "models";
  if (called.method !== (isList ? "GET" : "POST"))
    return { status: 405, message: `${called.method} is not allowed.` };
  if (!isList && called.body === undefined)
    return { status: 400, message: "The body of the request is not JSON." };
  try {
    const format = formats[called.address.endpoint];
    if (format) {
      const question = format.readQuestion(called.body);
      return () => answerText(exchange, format, question, behaviour);
    }
    const { body, inputTokens } = answerPlainly(called, exchange.requestId);
    return () => {
      const fault = behaviour.fault();
      if (breakEarly(exchange, fault, writeError)) return;
      playBody(exchange, body, behaviour.latencyMs(), { inputTokens, outputTokens: 0 }, fault);
    };
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400, message: z.prettifyError(error) };
    throw error;
  }
}

function answerPlainly(called: Called, requestId: string): { body: unknown; inputTokens: number } {
  const { target, endpoint, rest } = called.address;
  if (endpoint === "embeddings") return answerEmbeddings(called.body);
  if (endpoint === "moderations") return answerModerations(called.body, requestId);
  if (endpoint === "predict") return answerPredictions(called.body);
  return { body: listModels(target, rest, called.isAnthropic), inputTokens: 0 };
}

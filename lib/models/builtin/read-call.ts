import "server-only";
import type { LanguageModelV4CallOptions, LanguageModelV4Message } from "@ai-sdk/provider";
import { z } from "zod";
import type { Passage } from "@/lib/protocol/passage";

/** What a call asks of the built-in answerer. */
export type BuiltinCall = {
  readonly question: string;
  /** The person's question before that; empty when there is none. */
  readonly earlierQuestion: string;
  /** Best first: passage i is source i + 1. */
  readonly passages: readonly Passage[];
  /** All text of the prompt, for counting. */
  readonly promptLength: number;
};

const passagesSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    headings: z.array(z.string()),
    url: z.string(),
    text: z.string(),
    score: z.number(),
    attachmentId: z.string().exactOptional(),
  }),
);

/**
 * Reads the last question of the prompt and the passages in `providerOptions.parapet.passages`.
 * @throws ZodError when there are passages of another shape
 */
export function readCall(options: LanguageModelV4CallOptions): BuiltinCall {
  const questions = options.prompt.filter((message) => message.role === "user").map(textOf);
  return {
    question: questions.at(-1) ?? "",
    earlierQuestion: questions.at(-2) ?? "",
    passages: passagesSchema.parse(options.providerOptions?.["parapet"]?.["passages"] ?? []),
    promptLength: options.prompt.reduce((length, message) => length + textOf(message).length, 0),
  };
}

function textOf(message: LanguageModelV4Message): string {
  if (typeof message.content === "string") return message.content;
  return message.content.map((part) => (part.type === "text" ? part.text : "")).join(" ");
}

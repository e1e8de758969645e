import "server-only";
import type { LanguageModelV4Prompt } from "@ai-sdk/provider";

/** A prompt without its images, for a model that takes none. */
export function withoutImages(prompt: LanguageModelV4Prompt): LanguageModelV4Prompt {
  return prompt.map((message) =>
    message.role === "user"
      ? { ...message, content: message.content.filter(({ type }) => type !== "file") }
      : message,
  );
}

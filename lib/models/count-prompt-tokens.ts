import "server-only";
import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { imageLimits } from "@/lib/config/attachments";
import { encodedImage } from "@/lib/protocol/encoded-image";
import { countTokens } from "./count-tokens";

/** What a prompt is, in tokens, by our own count; an image counts as the most that one is. */
export function countPromptTokens(prompt: LanguageModelV4Prompt): number {
  let images = 0;
  const texts: string[] = [];
  for (const { content } of prompt) {
    if (typeof content === "string") {
      texts.push(content);
      continue;
    }
    for (const part of content) {
      if (part.type === "file") images += 1;
      texts.push(part.type === "text" ? part.text : "");
    }
  }
  return countTokens(texts.join("\n")) + images * imageLimits.tokens;
}

/** The same of a request as it was sent. */
export function countRequestTokens(body: string): number {
  let images = 0;
  const text = body.replaceAll(encodedImage, () => {
    images += 1;
    return "";
  });
  return countTokens(text) + images * imageLimits.tokens;
}

import "server-only";
import { product } from "@/lib/config/product";

const NO_DOCUMENTS = "There are no documents for this question.";

export type PromptDocuments = {
  /** How the model can tell the documents from instructions. */
  readonly instruction: string;
  /** As the model gets them, in the order of their numbers. */
  readonly texts: readonly string[];
};

/**
 * The system prompt of an answer: the template with its documents, each under the number it may be cited by.
 * @param canary a word that can only come from this prompt
 */
export function renderAnswerPrompt(template: string, documents: PromptDocuments, canary: string): string {
  const numbered = documents.texts.map((text, index) => `[${index + 1}]\n${text}`);
  const block = numbered.length === 0 ? NO_DOCUMENTS : [documents.instruction, ...numbered].join("\n\n");
  // Functions as replacements: `$&` in a document must stay what it is.
  return template
    .replaceAll("{{product}}", () => product.name)
    .replaceAll("{{canary}}", () => canary)
    .replaceAll("{{documents}}", () => block);
}

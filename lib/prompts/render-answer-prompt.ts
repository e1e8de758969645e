import "server-only";
import { product } from "@/lib/config/product";
import type { Passage } from "@/lib/protocol/passage";

const NO_DOCUMENTS = "There are no documents for this question.";

/** The system prompt of an answer: the template with its documents, each numbered as it may be cited. */
export function renderAnswerPrompt(
  template: string,
  passages: readonly Pick<Passage, "title" | "headings" | "text">[],
): string {
  // Functions as replacements: `$&` in a document must stay what it is.
  return template
    .replaceAll("{{product}}", () => product.name)
    .replaceAll("{{documents}}", () =>
      passages.length === 0 ? NO_DOCUMENTS : passages.map(renderDocument).join("\n\n"),
    );
}

function renderDocument(passage: Pick<Passage, "title" | "headings" | "text">, index: number): string {
  const title = [passage.title, ...passage.headings].join(" › ");
  return `<document number="${index + 1}" title="${escapeAttribute(title)}">\n${passage.text.replaceAll("</document", "<\\/document")}\n</document>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

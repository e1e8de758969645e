import "server-only";
import { builtinAnswers, builtinLimits } from "@/lib/config/builtin-answers";
import type { Passage } from "@/lib/protocol/passage";
import { contentStems, createRelevance, type Relevance } from "./create-relevance";
import { findSmallTalk } from "./find-small-talk";
import { quotePassage } from "./quote-passage";
import { splitBlocks } from "./split-blocks";

export type ComposedAnswer = {
  /** Markdown. */
  readonly text: string;
  /** For each source that is cited, the sentence of it that the answer rests on. */
  readonly citedSentences: readonly { readonly number: number; readonly sentence: string }[];
};

/** A second passage is quoted when it has words of the question that the first lacks, or fits about as well. */
const MIN_SUPPLEMENT_SCORE = 0.5;
const EQUAL_SCORE = 0.85;

/** A question with fewer words than this that say anything is read together with the one before. */
const MIN_CONTENT_WORDS = 2;

/**
 * Answers with what the passages say, word for word: the best passage, what a second one adds, and where to read on.
 * @param passages best first; passage i is cited as [i + 1]
 * @param earlierQuestion the one before, which a short question may lean on
 */
export function composeAnswer(
  question: string,
  passages: readonly Passage[],
  earlierQuestion = "",
): ComposedAnswer {
  const smallTalk = findSmallTalk(question);
  if (smallTalk !== null) return { text: smallTalk, citedSentences: [] };
  const [first] = passages;
  if (first === undefined) return { text: builtinAnswers.nothingFound, citedSentences: [] };

  const whole = contentStems(question).size < MIN_CONTENT_WORDS ? `${question} ${earlierQuestion}` : question;
  const relevance = createRelevance(
    whole,
    passages.flatMap((passage) => splitBlocks(passage.text).map((block) => block.text)),
  );
  const main = quotePassage(first.text, 1, relevance, builtinLimits.passageLength);
  const supplementIndex = findSupplement(passages, relevance);
  const supplement = passages[supplementIndex];
  const added =
    supplement &&
    quotePassage(supplement.text, supplementIndex + 1, relevance, builtinLimits.supplementLength);

  const paragraphs = [
    ...(readsLike(whole, first) ? [] : [boldHeading(first)]),
    main.text,
    ...(supplement && added ? [boldHeading(supplement), added.text] : []),
    // Who brought a file has it.
    ...(first.attachmentId === undefined ? [builtinAnswers.more(linkTo(first))] : []),
  ];
  return {
    text: paragraphs.join("\n\n"),
    citedSentences: [
      { number: 1, sentence: main.sentence },
      { number: supplementIndex + 1, sentence: added?.sentence ?? null },
    ].flatMap(({ number, sentence }) => (sentence === null ? [] : [{ number, sentence }])),
  };
}

function findSupplement(passages: readonly Passage[], relevance: Relevance): number {
  const [first] = passages;
  if (first === undefined) return -1;
  const missing = new Set(relevance.missing(wholeText(first)));
  return passages.findIndex((passage, index) => {
    if (index === 0) return false;
    if (passage.score >= first.score * EQUAL_SCORE) return true;
    const adds =
      relevance.missing(wholeText(passage)).filter((word) => missing.has(word)).length < missing.size;
    return adds && passage.score >= first.score * MIN_SUPPLEMENT_SCORE;
  });
}

function wholeText(passage: Passage): string {
  return [passage.title, ...passage.headings, passage.text].join(" ");
}

/** Whether a question says most of what the heading does, so that the heading need not be repeated. */
function readsLike(question: string, passage: Passage): boolean {
  const heading = contentStems(headingOf(passage));
  const asked = contentStems(question);
  const shared = [...heading.keys()].filter((word) => asked.has(word)).length;
  return shared * 2 > heading.size;
}

function headingOf(passage: Passage): string {
  return passage.headings.at(-1) ?? passage.title;
}

function boldHeading(passage: Passage): string {
  return `**${escapeMarkup(headingOf(passage))}**`;
}

function linkTo(passage: Passage): string {
  const label = [passage.title, ...passage.headings].map(escapeMarkup).join(" › ");
  const target = passage.url.replaceAll(
    /[()<>\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `[${label}](${target})`;
}

/** Headings are plain text, whatever they look like. */
function escapeMarkup(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, "\\$&");
}

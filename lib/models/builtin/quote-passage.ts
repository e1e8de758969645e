import "server-only";
import type { Relevance } from "./create-relevance";
import { type Block, type BlockPart, splitBlocks, splitSentences } from "./split-blocks";

export type Quotation = {
  /** Markdown with the passage's number after what was quoted. */
  readonly text: string;
  /** The sentence of the passage that fits the question best, as it stands there; null when all is code. */
  readonly sentence: string | null;
};

/** Rows of a longer table that hold this share of the question are its answer, and the others are not shown. */
const ROW_SHARE = 0.4;
const MIN_ROWS_TO_SHORTEN = 5;

/** The first sentence mostly says what the others explain. */
const FIRST_SENTENCE_BONUS = 1.25;

/** Quotes a passage whole when it is no longer than `maxLength`, else the part around what fits the question best. */
export function quotePassage(
  passage: string,
  number: number,
  relevance: Relevance,
  maxLength: number,
): Quotation {
  const blocks = chooseAround(
    splitBlocks(passage),
    (block) => relevance.score(block.text),
    (block) => block.text.length,
    maxLength,
  ).map((block) => shortenBlock(block, relevance, maxLength));
  const text = blocks.map((block) => cite(block, number)).join("\n\n");
  return {
    // Code and tables alone have no place for a number inside.
    text: text.includes(`[${number}]`) ? text : `${text}\n\n[${number}]`,
    sentence: bestSentence(
      blocks.flatMap((block) => block.parts.flatMap(splitSentences)),
      relevance,
    ),
  };
}

function bestSentence(sentences: readonly string[], relevance: Relevance): string | null {
  const scores = sentences.map(
    (sentence, index) => relevance.score(sentence) * (index === 0 ? FIRST_SENTENCE_BONUS : 1),
  );
  return sentences[scores.indexOf(Math.max(...scores))] ?? null;
}

/**
 * The best item (of equals the first) and its neighbours, the better one first, as many as fit; in reading order. All of
 * them when they fit.
 */
function chooseAround<Item>(
  items: readonly Item[],
  score: (item: Item) => number,
  lengthOf: (item: Item) => number,
  maxLength: number,
): Item[] {
  const scores = items.map(score);
  let start = Math.max(0, scores.indexOf(Math.max(...scores)));
  let end = start + 1;
  let length = items.slice(start, end).reduce((sum, item) => sum + lengthOf(item), 0);
  for (;;) {
    const before = items[start - 1];
    const after = items[end];
    const fits = (item: Item | undefined): item is Item =>
      item !== undefined && length + lengthOf(item) <= maxLength;
    if (fits(before) && (!fits(after) || (scores[start - 1] ?? 0) >= (scores[end] ?? 0))) {
      start -= 1;
      length += lengthOf(before);
    } else if (fits(after)) {
      end += 1;
      length += lengthOf(after);
    } else {
      return items.slice(start, end);
    }
  }
}

function shortenBlock(block: Block, relevance: Relevance, maxLength: number): Block {
  const parts = block.parts.map((part) => shortenPart(part, relevance, maxLength));
  return { parts, text: parts.map((part) => part.text).join("\n\n") };
}

function shortenPart(part: BlockPart, relevance: Relevance, maxLength: number): BlockPart {
  if (part.kind === "table") return shortenTable(part, relevance);
  if (part.kind !== "prose" || part.text.length <= maxLength) return part;
  const sentences = chooseAround(
    splitSentences(part),
    relevance.score,
    (sentence) => sentence.length + 1,
    maxLength,
  );
  return { kind: "prose", text: sentences.join(" ") };
}

function shortenTable(part: BlockPart, relevance: Relevance): BlockPart {
  const [head = "", rule = "", ...rows] = part.text.split("\n");
  const telling = rows.filter((row) => relevance.score(row) >= relevance.total * ROW_SHARE);
  if (rows.length < MIN_ROWS_TO_SHORTEN || telling.length === 0) return part;
  return { kind: "table", text: [head, rule, ...telling].join("\n") };
}

/** Puts the number behind the block's words, where it does not break the markup of code and tables. */
function cite(block: Block, number: number): string {
  const cited = block.parts.findLastIndex((part) => part.kind === "prose" || part.kind === "list");
  return block.parts
    .map((part, index) => (index === cited ? `${part.text} [${number}]` : part.text))
    .join("\n\n");
}

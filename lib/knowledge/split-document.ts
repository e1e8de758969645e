import "server-only";
import { readSections } from "./read-sections";
import { splitBlock } from "./split-block";

/** A piece of a document under one heading. */
export type DocumentPart = {
  /** The headings above it, outermost first, without the document's title. */
  readonly headings: readonly string[];
  /** The innermost heading's anchor; empty before the first heading. */
  readonly anchor: string;
  /** Markdown. */
  readonly text: string;
};

/** A section is one passage up to here; a longer one is cut between blocks. About 350 tokens of English. */
const MAX_PASSAGE_LENGTH = 1_400;

/**
 * Splits markdown along its headings, and long sections between blocks: tables, lists and code stay whole as far as any
 * model's window allows.
 * @param rewriteLink what becomes of each link's target
 */
export function splitDocument(
  markdown: string,
  rewriteLink: (target: string) => string,
): { title: string | null; parts: DocumentPart[] } {
  const { title, sections } = readSections(markdown, rewriteLink);
  const parts = sections.flatMap(({ headings, anchor, blocks }) =>
    joinBlocks(blocks.flatMap(splitBlock)).map((text) => ({ headings, anchor, text })),
  );
  return { title, parts };
}

/** Puts blocks together into texts of at most MAX_PASSAGE_LENGTH, where the blocks allow it. */
function joinBlocks(blocks: readonly string[]): string[] {
  const texts: string[] = [];
  for (const block of blocks) {
    const last = texts.at(-1);
    const joined = last === undefined ? block : `${last}\n\n${block}`;
    // What ends in a colon announces the next block and is kept with it.
    const belongs = last?.endsWith(":") === true || joined.length <= MAX_PASSAGE_LENGTH;
    if (last !== undefined && belongs) texts[texts.length - 1] = joined;
    else texts.push(block);
  }
  return texts.filter((text) => text.trim() !== "");
}

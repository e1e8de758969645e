import "server-only";
import { lexer, type Token, type TokensList } from "marked";
import { createAnchors } from "./heading-anchors";
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
 * model's window allows. Raw HTML and reference definitions say nothing to a reader and are left out.
 * @param rewriteLink what becomes of each link's target
 */
export function splitDocument(
  markdown: string,
  rewriteLink: (target: string) => string,
): { title: string | null; parts: DocumentPart[] } {
  const { title, sections } = readSections(markdown);
  const parts = sections.flatMap(({ headings, anchor, blocks }) => {
    const texts = blocks.map(({ type, raw }) => (type === "code" ? raw : rewriteLinks(raw, rewriteLink)));
    return joinBlocks(texts).map((text) => ({ headings, anchor, text }));
  });
  return { title, parts };
}

/** What stands under one heading, up to the next one of whatever depth. */
type Section = Omit<DocumentPart, "text"> & { readonly blocks: Token[] };

function readSections(markdown: string): { title: string | null; sections: Section[] } {
  const toAnchor = createAnchors();
  const path: { depth: number; text: string }[] = [];
  let title: string | null = null;
  let section: Section = { headings: [], anchor: "", blocks: [] };
  const sections = [section];
  for (const token of lexer(markdown)) {
    if (token.type !== "heading") {
      if (!ignoredBlocks.has(token.type)) section.blocks.push(token);
      continue;
    }
    const text = plainText(token.tokens ?? []);
    const depth: number = token.depth;
    const isTitle = depth === 1 && title === null;
    while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
    if (isTitle) title = text;
    else path.push({ depth, text });
    const anchor = toAnchor(text);
    section = { headings: path.map((heading) => heading.text), anchor: isTitle ? "" : anchor, blocks: [] };
    sections.push(section);
  }
  return { title, sections };
}

const ignoredBlocks: ReadonlySet<string> = new Set(["space", "html", "def", "hr"]);

/** Puts blocks together into texts of at most MAX_PASSAGE_LENGTH, where the blocks allow it. */
function joinBlocks(blocks: readonly string[]): string[] {
  const texts: string[] = [];
  for (const block of blocks.flatMap((raw) => splitBlock(raw.replace(/\s+$/, "")))) {
    const last = texts.at(-1);
    const joined = last === undefined ? block : `${last}\n\n${block}`;
    // What ends in a colon announces the next block and is kept with it.
    const belongs = last?.endsWith(":") === true || joined.length <= MAX_PASSAGE_LENGTH;
    if (last !== undefined && belongs) texts[texts.length - 1] = joined;
    else texts.push(block);
  }
  return texts.filter((text) => text.trim() !== "");
}

/** Inline link targets outside code spans. */
const LINK = /(`+)[\s\S]*?\1|(\]\()([^)\s]+)/g;

function rewriteLinks(markdown: string, rewriteLink: (target: string) => string): string {
  return markdown.replace(LINK, (whole, fence?: string, open?: string, target?: string) =>
    fence !== undefined || open === undefined || target === undefined ? whole : open + rewriteLink(target),
  );
}

function plainText(tokens: TokensList | Token[]): string {
  return tokens
    .map((token) =>
      "tokens" in token && token.tokens !== undefined ? plainText(token.tokens) : textOf(token),
    )
    .join("")
    .trim();
}

function textOf(token: Token): string {
  return "text" in token && typeof token["text"] === "string" ? token["text"] : "";
}

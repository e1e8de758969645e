import "server-only";
import { lexer, type Token } from "marked";
import { createAnchors } from "./heading-anchors";

/** What stands under one heading, up to the next one of whatever depth. */
export type Section = {
  /** The headings above it and its own, outermost first, without the document's title. */
  readonly headings: readonly string[];
  /** Its own heading's anchor; empty before the first heading and under the title. */
  readonly anchor: string;
  /** 2 for `##` and so on; 1 before the first heading and under the title. */
  readonly depth: number;
  /** Paragraphs, lists, tables and code, each as markdown. */
  readonly blocks: readonly string[];
};

export type Sections = {
  /** The first heading of depth 1, as plain text. */
  readonly title: string | null;
  /** The paragraph before the first heading that is not the title, as plain text; empty when there is none. */
  readonly summary: string;
  readonly sections: readonly Section[];
};

/**
 * Reads a document as its sections. Raw HTML and reference definitions say nothing to a reader and are left out.
 * @param rewriteLink what becomes of each inline link's target
 */
export function readSections(markdown: string, rewriteLink: (target: string) => string): Sections {
  const toAnchor = createAnchors();
  const path: { depth: number; text: string }[] = [];
  let title: string | null = null;
  const groups = groupByHeading(lexer(markdown));
  const sections = groups.map(({ heading, tokens }): Section => {
    const blocks = tokens.map((token) => toBlock(token, rewriteLink));
    if (heading === null) return { headings: [], anchor: "", depth: 1, blocks };
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop();
    const anchor = toAnchor(heading.text);
    if (heading.depth === 1 && title === null) {
      title = heading.text;
      return { headings: [], anchor: "", depth: 1, blocks };
    }
    path.push(heading);
    return { headings: path.map(({ text }) => text), anchor, depth: heading.depth, blocks };
  });
  const introduction = groups
    .filter((_, index) => sections[index]?.anchor === "")
    .flatMap(({ tokens }) => tokens);
  const paragraph = introduction.find((token) => token.type === "paragraph");
  return { title, summary: plainText(paragraph === undefined ? [] : [paragraph]).trim(), sections };
}

type Group = { readonly heading: { depth: number; text: string } | null; readonly tokens: Token[] };

function groupByHeading(tokens: readonly Token[]): Group[] {
  const groups: Group[] = [{ heading: null, tokens: [] }];
  for (const token of tokens) {
    if (token.type === "heading") {
      groups.push({
        heading: { depth: token.depth, text: plainText(token.tokens ?? []).trim() },
        tokens: [],
      });
    } else if (!ignoredBlocks.has(token.type)) {
      groups.at(-1)?.tokens.push(token);
    }
  }
  return groups;
}

const ignoredBlocks: ReadonlySet<string> = new Set(["space", "html", "def", "hr"]);

/** Inline code, or the target of an inline link. */
const CODE_OR_TARGET = /(`+)[\s\S]*?\1|(\]\()([^)\s]+)/g;

function toBlock(token: Token, rewriteLink: (target: string) => string): string {
  const markdown = token.raw.trimEnd();
  if (token.type === "code") return markdown;
  return markdown.replace(CODE_OR_TARGET, (whole, _fence, open?: string, target?: string) =>
    open === undefined || target === undefined ? whole : open + rewriteLink(target),
  );
}

/** What is left of inline markdown when it is read aloud. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ("tokens" in token && token.tokens !== undefined) return plainText(token.tokens);
      return token.type !== "html" && "text" in token && typeof token.text === "string" ? token.text : "";
    })
    .join("");
}

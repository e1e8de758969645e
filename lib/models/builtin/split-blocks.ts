import "server-only";
import { lexer } from "marked";

/** A piece of a passage that is quoted together: a list, a table or code goes with the sentence before it. */
export type Block = {
  /** Markdown. */
  readonly text: string;
  readonly parts: readonly BlockPart[];
};

export type BlockPart = { readonly kind: "prose" | "list" | "table" | "code"; readonly text: string };

const kinds: Readonly<Record<string, BlockPart["kind"]>> = { code: "code", list: "list", table: "table" };

/** A passage as blocks, in reading order. */
export function splitBlocks(markdown: string): Block[] {
  const groups: BlockPart[][] = [];
  for (const token of lexer(markdown)) {
    if (token.type === "space") continue;
    const part: BlockPart = { kind: kinds[token.type] ?? "prose", text: token.raw.trimEnd() };
    const last = groups.at(-1);
    if (part.kind === "prose" || last === undefined) groups.push([part]);
    else last.push(part);
  }
  return groups.map((parts) => ({ parts, text: parts.map((part) => part.text).join("\n\n") }));
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** What of a part can be cited by itself, as it stands: sentences, items, rows; of code nothing. */
export function splitSentences(part: BlockPart): string[] {
  if (part.kind === "code") return [];
  if (part.kind === "table") return part.text.split("\n").slice(2);
  if (part.kind === "list")
    return part.text
      .split(/\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
      .map((item) => item.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ""));
  return splitProse(part.text);
}

/** The segmenter takes a line's end for a sentence's; text is wrapped, so it must not see any. */
function splitProse(text: string): string[] {
  return [...segmenter.segment(text.replaceAll("\n", " "))]
    .map(({ segment, index }) => text.slice(index, index + segment.length).trim())
    .filter((sentence) => sentence !== "");
}

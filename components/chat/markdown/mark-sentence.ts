import { type HastNode, type HastParent, replaceTexts, textOf } from "./hast";

const nothing: ReadonlySet<string> = new Set();

/**
 * Marks a sentence in a passage. The sentence is Markdown and the tree is not, so only letters and digits are
 * compared; a sentence that is not found leaves the passage as it is.
 */
export function markSentence({ sentence }: { sentence: string }) {
  const wanted = lettersOf(withoutLinkTargets(sentence)).letters;
  return (tree: HastParent): void => {
    const text = textOf(tree);
    const { letters, positions } = lettersOf(text);
    const index = wanted === "" ? -1 : letters.indexOf(wanted);
    const first = positions[index];
    const last = positions[index + wanted.length - 1];
    if (first === undefined || last === undefined) return;
    const fullStop = /^\p{P}*/u.exec(text.slice(last.end))?.[0] ?? "";
    markRange(tree, first.start, last.end + fullStop.length);
  };
}

function markRange(tree: HastParent, start: number, end: number): void {
  let offset = 0;
  replaceTexts(tree, nothing, ({ value }) => {
    const from = Math.min(Math.max(start - offset, 0), value.length);
    const to = Math.min(Math.max(end - offset, 0), value.length);
    offset += value.length;
    const marked: HastNode = {
      type: "element",
      tagName: "mark",
      properties: {},
      children: [{ type: "text", value: value.slice(from, to) }],
    };
    const pieces: HastNode[] = [
      { type: "text", value: value.slice(0, from) },
      marked,
      { type: "text", value: value.slice(to) },
    ];
    return pieces.filter((piece) => textOf(piece) !== "");
  });
}

type Position = { readonly start: number; readonly end: number };

function lettersOf(text: string): { letters: string; positions: Position[] } {
  const matches = [...text.matchAll(/[\p{L}\p{N}]/gu)];
  return {
    // One UTF-16 unit per match, so that indexes of `letters` are indexes of `positions`.
    letters: matches.map((match) => match[0][0]).join(""),
    positions: matches.map((match) => ({ start: match.index, end: match.index + match[0].length })),
  };
}

function withoutLinkTargets(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/g, "]");
}

import "server-only";
import { isWordCode } from "../is-word-code";
import { type MappedText, MappedTextWriter } from "./mapped-text";

/** Five letters or more, each followed by the same kind of gap. */
const spaced =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@$!][ \t\n_.,·•*~|/\\^+=:;-]{1,4}){4,}[\p{L}\p{N}@$!](?![\p{L}\p{N}])/gu;
const strewn = /[\p{L}\p{N}][.·•*~|\\^_+=-]{1,2}(?=[\p{L}\p{N}])|\\(?=[^\\nrt"'])/gu;
const minRun = 5;
/** Letters per piece, on average, up to which a word counts as taken apart. */
const maxPiece = 2.5;
const isLetter = /[\p{L}\p{N}@$!]/u;

export type RespacedText = MappedText & {
  /** Whether blanks between words were lost, so that words must be looked for anywhere. */
  readonly unbounded: boolean;
};

/** "i g n o r e", "i.g.n.o.r.e" and "ig-no-re" without what was strewn in, or null when nothing was. */
export function respace(base: MappedText): RespacedText | null {
  const signs = countSigns(base.text);
  if (signs.longestRun >= minRun) {
    const closed = closeGaps(base);
    if (closed !== null) return closed;
  }
  return signs.strewn >= 4 && signs.letters <= signs.strewn * maxPiece ? dropStrewn(base) : null;
}

/** The cheap test: how many single letters follow each other, and how often a lone sign stands before a letter. */
function countSigns(text: string): {
  readonly longestRun: number;
  readonly strewn: number;
  readonly letters: number;
} {
  let longestRun = 0;
  let run = 0;
  let wordLength = 0;
  let strewn = 0;
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isWordCode(code)) {
      wordLength++;
      letters++;
      if (wordLength === 1 && !isDigit(code)) run++;
      else run = 0;
      if (run > longestRun) longestRun = run;
      continue;
    }
    wordLength = 0;
    if (code > 32 && isWordCode(text.charCodeAt(index + 1))) strewn++;
  }
  return { longestRun, strewn, letters };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Runs of single letters: the shortest gap is dropped, a longer one is a blank between words. */
function closeGaps(base: MappedText): RespacedText | null {
  let writer: MappedTextWriter | null = null;
  let copied = 0;
  let unbounded = false;
  for (const found of base.text.matchAll(spaced)) {
    const [run] = found;
    writer ??= new MappedTextWriter(base);
    writer.copy(copied, found.index);
    const gaps = [...run.matchAll(/[^\p{L}\p{N}@$!]+/gu)];
    const shortest = Math.min(...gaps.slice(0, 4096).map(([gap]) => gap.length));
    const mixed = gaps.some(([gap]) => /\s/.test(gap)) && gaps.some(([gap]) => !/\s/.test(gap));
    let from = 0;
    for (const gap of gaps) {
      writer.copy(found.index + from, found.index + gap.index);
      from = gap.index + gap[0].length;
      const isBlank = gap[0].length > shortest || (mixed && /\s/.test(gap[0]));
      if (isBlank) writer.write(" ", found.index + gap.index, found.index + from);
    }
    writer.copy(found.index + from, found.index + run.length);
    copied = found.index + run.length;
    if (run.length >= 24 && !mixed && gaps.every(([gap]) => gap.length === shortest)) unbounded = true;
  }
  if (writer === null) return null;
  writer.copy(copied, base.text.length);
  return { ...writer.finish(), unbounded };
}

/** Marks inside words, which stand there far oftener than in hyphenated words, paths and code. */
function dropStrewn(base: MappedText): RespacedText {
  const { text } = base;
  const found = [...text.matchAll(strewn)];
  const writer = new MappedTextWriter(base);
  let copied = 0;
  for (const { index, 0: match } of found) {
    const keep = isLetter.test(match) ? 1 : 0;
    writer.copy(copied, index + keep);
    copied = index + match.length;
  }
  writer.copy(copied, text.length);
  const respaced = writer.finish();
  return { ...respaced, unbounded: respaced.text.length >= 20 && !/\s/.test(respaced.text) };
}

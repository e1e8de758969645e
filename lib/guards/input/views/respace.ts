import "server-only";
import { isAsciiDigit } from "../../ascii";
import { isWordCode } from "../is-word-code";
import { type MappedText, MappedTextWriter } from "./mapped-text";

export type RespacedText = MappedText & {
  /** Whether blanks between words were lost, so that words must be looked for anywhere. */
  readonly unbounded: boolean;
  /** How much of the text was taken apart, from 0 to 1. */
  readonly undone: number;
};

/** Share of a text that is dropped from which all of it counts as taken apart. */
const wholeShare = 0.25;

function undoneShare(before: string, after: string): number {
  return Math.min(1, (before.length - after.length) / (before.length * wholeShare));
}

/** Single letters in a row from which a text counts as spaced out. */
const minRun = 5;
/** Letters per piece, on average, up to which words count as taken apart. */
const maxPiece = 2.5;
const minStrewn = 4;
/** Length from which a text without any blank is one whose blanks were lost. */
const unboundedLength = 20;

/** "i g n o r e", "i.g.n.o.r.e" and "ig-no-re" without what was strewn in, or null when nothing was. */
export function respace(base: MappedText): RespacedText | null {
  const { longestRun, strewn, letters } = countSigns(base.text);
  if (strewn >= minStrewn && letters <= strewn * maxPiece) {
    const dropped = dropStrewn(base);
    if (dropped !== null) return dropped;
  }
  return longestRun >= minRun ? closeGaps(base) : null;
}

type Signs = { readonly longestRun: number; readonly strewn: number; readonly letters: number };

/** The cheap test: how many single letters follow each other, and how often a lone sign stands before a letter. */
function countSigns(text: string): Signs {
  let longestRun = 0;
  let run = 0;
  let wordLength = 0;
  let strewn = 0;
  let letters = 0;
  let isSign = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isWordCode(code)) {
      letters += wordLength;
      wordLength = 0;
      isSign = code > 32;
      continue;
    }
    if (isSign) strewn++;
    isSign = false;
    run = wordLength === 0 && !isAsciiDigit(code) ? run + 1 : 0;
    if (run > longestRun) longestRun = run;
    wordLength++;
  }
  return { longestRun, strewn, letters: letters + wordLength };
}

/** Where every second unit is the same blank, it is dropped; what stands between, blanks too, was the text. */
function closeGaps(base: MappedText): RespacedText | null {
  const { text } = base;
  const writer = new MappedTextWriter(base);
  let closed = 0;
  let blanks = 0;
  let copied = 0;
  for (let index = 0; index < text.length; ) {
    const pairs = alternations(text, index);
    if (pairs < minRun) {
      index++;
      continue;
    }
    writer.copy(copied, index);
    for (let pair = 0; pair <= pairs; pair++, index += 2) {
      if (isBlank(text.charCodeAt(index))) blanks++;
      writer.copy(index, Math.min(text.length, index + 1));
    }
    copied = Math.min(text.length, index - 1);
    index = copied;
    closed += pairs;
  }
  if (closed === 0) return null;
  writer.copy(copied, text.length);
  const finished = writer.finish();
  return {
    ...finished,
    unbounded: closed >= unboundedLength && blanks === 0,
    undone: undoneShare(text, finished.text),
  };
}

function alternations(text: string, start: number): number {
  const gap = text.charCodeAt(start + 1);
  if (!isBlank(gap) || isBlank(text.charCodeAt(start))) return 0;
  let pairs = 0;
  while (start + pairs * 2 + 2 < text.length && text.charCodeAt(start + pairs * 2 + 1) === gap) pairs++;
  return pairs;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** The sign that is strewn most is dropped; of two in a row one was the text's own. */
function dropStrewn(base: MappedText): RespacedText | null {
  const { text } = base;
  const sign = commonestSign(text);
  if (sign === null) return null;
  const writer = new MappedTextWriter(base);
  let copied = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    writer.copy(copied, at);
    copied = at + 1;
    if (text.charAt(at + 1) === sign) at++;
  }
  writer.copy(copied, text.length);
  const dropped = writer.finish();
  return {
    ...dropped,
    unbounded: dropped.text.length >= unboundedLength && !/\s/.test(dropped.text.trim()),
    undone: undoneShare(text, dropped.text),
  };
}

function commonestSign(text: string): string | null {
  const counts = new Map<string, number>();
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 32 || isWordCode(code) || !isWordCode(text.charCodeAt(index + 1))) continue;
    counts.set(text.charAt(index), (counts.get(text.charAt(index)) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(([, a], [, b]) => b - a);
  return commonest !== undefined && commonest[1] >= minStrewn ? commonest[0] : null;
}

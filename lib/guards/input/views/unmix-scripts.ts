import "server-only";
import { cyrillicLookalikes } from "../../confusables";
import { isWordCode } from "../is-word-code";

/** Where folded text holds a look-alike, in order, and the Latin letter it looks like. */
export type Lookalikes = { readonly at: readonly number[]; readonly as: readonly string[] };

const cyrillic = /[а-яіїєґ]/g;

/**
 * Replaces look-alikes in words that mix scripts, and in words made of look-alikes alone when the text is Latin.
 * Lengths do not change. Words without any look-alike cost nothing.
 */
export function unmixScripts(
  text: string,
  alike: Lookalikes,
): { readonly text: string; readonly words: number } {
  const isLatin = isMeantAsLatin(text, alike.at.length);
  const pieces: string[] = [];
  let words = 0;
  let copied = 0;
  for (const { start, end, first, count } of wordsWith(text, alike)) {
    const latins = countLatin(text, start, end);
    const isAlikeAlone = isLatin && count > 1 && count === end - start;
    if (latins === 0 && !isAlikeAlone) continue;
    const whole = text.slice(start, end);
    if (latins >= 2 && whole.length >= 4) words++;
    const isCyrillic = !isLatin && (whole.match(cyrillic)?.length ?? 0) > latins;
    const read = isCyrillic ? toCyrillic(whole) : toLatin(text, start, end, alike, first);
    pieces.push(text.slice(copied, start), read);
    copied = end;
  }
  return { text: copied === 0 ? text : pieces.join("") + text.slice(copied), words };
}

type AlikeWord = {
  readonly start: number;
  readonly end: number;
  /** Which look-alike is its first, and how many it holds. */
  readonly first: number;
  readonly count: number;
};

function* wordsWith(text: string, { at }: Lookalikes): Generator<AlikeWord> {
  let from = 0;
  for (let first = 0; first < at.length; ) {
    const { start, end } = wordAround(text, at[first] ?? 0, from);
    let next = first + 1;
    while (next < at.length && (at[next] ?? 0) < end) next++;
    yield { start, end, first, count: next - first };
    first = next;
    from = end;
  }
}

function toCyrillic(word: string): string {
  return [...word].map((letter) => cyrillicLookalikes.get(letter) ?? letter).join("");
}

function toLatin(text: string, start: number, end: number, alike: Lookalikes, first: number): string {
  let out = "";
  let next = first;
  for (let index = start; index < end; index++) {
    const isAlike = alike.at[next] === index;
    out += isAlike ? (alike.as[next] ?? "") : text.charAt(index);
    if (isAlike) next++;
  }
  return out;
}

/** Latin letters and what looks like them make up nearly all, which no text of another script reaches. */
function isMeantAsLatin(text: string, alikes: number): boolean {
  const latins = countLatin(text, 0, text.length);
  let others = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127 && isWordCode(code)) others++;
  }
  const letters = latins + others;
  return latins * 2 > letters || (latins * 8 > letters && (latins + alikes) * 10 > letters * 9);
}

function countLatin(text: string, start: number, end: number): number {
  let latins = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) latins++;
  }
  return latins;
}

/** The word a look-alike stands in, behind `from`: signs like × look like letters and stand between words. */
function wordAround(
  text: string,
  at: number,
  from: number,
): { readonly start: number; readonly end: number } {
  let start = at;
  while (start > from && isWordCode(text.charCodeAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return { start, end };
}

import "server-only";
import { cyrillicLookalikes } from "./confusables";

const word = /[\p{L}\p{N}]+/gu;
const latin = /[a-z]/g;
const cyrillic = /[а-яіїєґ]/g;

/**
 * Replaces look-alikes in words that mix scripts, and in words made of look-alikes alone when the text is Latin.
 * `alike` says which positions of `text` hold a look-alike, and of what. Lengths do not change.
 */
export function unmixScripts(
  text: string,
  alike: ReadonlyMap<number, string>,
): { readonly text: string; readonly words: number } {
  const isLatin = isMeantAsLatin(text, alike.size);
  let words = 0;
  const unmixed = text.replace(word, (whole, start: number) => {
    const latins = count(whole, latin);
    if (latins === 0 && !isLatin) return whole;
    const letters = [...range(start, start + whole.length)];
    const alikes = letters.filter((index) => alike.has(index)).length;
    if (alikes === 0 || (latins === 0 && !(alikes === letters.length && alikes > 1))) return whole;
    if (latins >= 2 && whole.length >= 4) words++;
    if (count(whole, cyrillic) > latins && !isLatin)
      return [...whole].map((letter) => cyrillicLookalikes.get(letter) ?? letter).join("");
    return letters.map((index) => alike.get(index) ?? text.charAt(index)).join("");
  });
  return { text: unmixed, words };
}

/** Latin letters and what looks like them make up nearly all, which no text of another script reaches. */
function isMeantAsLatin(text: string, alikes: number): boolean {
  const latins = count(text, latin);
  const letters = count(text, /\p{L}/gu);
  return latins * 2 > letters || (latins * 8 > letters && (latins + alikes) * 10 > letters * 9);
}

function* range(start: number, end: number): Generator<number> {
  for (let index = start; index < end; index++) yield index;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

import "server-only";
import { openingWords } from "@/lib/config/opening-words";
import { foldText } from "./known-text/fold";

/** What Markdown and punctuation put before a first word. */
const leadingMarks = new Set([..." \n*#¿¡“„«"]);
const maxLeadingMarks = 8;

/** Shorter ones count with a capital only: many a key begins with two small letters, and no sentence does. */
const minSmallLetters = 3;

const words = new Set(
  Object.values(openingWords).flatMap((list) => list.split(/\s+/).flatMap((word) => spellings(word))),
);
const beginnings = new Set(
  [...words].flatMap((word) => Array.from(word, (_, index) => word.slice(0, index + 1))),
);

/**
 * Follows the beginning of an answer for as long as it spells a very common word. Such a word is shown at once, though
 * a longer one may grow from it: by definition no finding reaches into it, so "The" stays when it turns out to be the
 * beginning of "Theo.Smith@…", and the finding starts behind it.
 */
export class OpeningWord {
  /** The characters from the start that are free to be shown, whatever comes. */
  freeLength = 0;
  #marks = 0;
  #spelt = "";
  #isOver: boolean;
  readonly #reserved: readonly string[];

  /**
   * @param reserved values that must not be shown: a word that begins one waits like any other; null: all words wait
   */
  constructor(reserved: readonly string[] | null) {
    this.#isOver = reserved === null;
    this.#reserved = reserved?.map(foldText).filter((value) => value !== "") ?? [];
  }

  /** Reads the next character. @returns whether it may be part of the opening; once it isn't, none is any more */
  step(character: string): boolean {
    if (this.#isOver) return false;
    if (this.#spelt === "" && leadingMarks.has(character)) this.#isOver = ++this.#marks > maxLeadingMarks;
    else this.#spell(character);
    return !this.#isOver;
  }

  #spell(character: string): void {
    this.#spelt += character;
    this.#isOver = !beginnings.has(this.#spelt);
    if (words.has(this.#spelt) && !this.#isReserved()) this.freeLength = this.#marks + this.#spelt.length;
  }

  #isReserved(): boolean {
    const word = foldText(this.#spelt);
    return this.#reserved.some((value) => value.startsWith(word) || word.startsWith(value));
  }
}

/** Of capitals only the first: an abbreviation may be the beginning of a key. */
function spellings(word: string): string[] {
  if (word === "") return [];
  const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
  return word.length < minSmallLetters ? [capitalised] : [word, capitalised];
}

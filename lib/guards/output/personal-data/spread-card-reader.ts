import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";
import { isLuhnValid } from "../../check-digits";
import type { TextWindow } from "../text-window";
import { cardContext, knownCard } from "./find-cards";
import { plainCode, plainText } from "./plain-code";

type Group = { readonly start: number; readonly end: number };

const maxGapChars = 3;
const maxGroupDigits = 6;
/** A longer row is a table's, of which no part is taken for a card. */
const maxGroups = 6;
const contextChars = 60;
/** The groups of the cards there are: four by four, American Express, Diners Club. */
const cardGroups = [
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
];

const gapCodes = new Set([..." \t\r\n-/_–—·"].map((sign) => sign.charCodeAt(0)));
/** Between groups, besides the single blanks, hyphens and full stops that all numbers are read with. */
const spread = /^(?: [-/–—·] ?|[/–—·] ?|- |_|\t|\r?\n ?)$/;
const lineBreak = /^(?:\t|\r?\n ?)$/;

/** Finds cards whose groups stand further apart than usual: "4111 - 1111 - …", with underscores, over two lines. */
export class SpreadCardReader {
  #groups: Group[] = [];
  #count = 0;
  /** Where the digits start that are being read, or -1; those of a word or of a long number are no group. */
  #start = -1;
  #isGroup = false;
  #lastEnd = 0;
  #previous = 0;
  readonly #onCard: (start: number, end: number) => void;

  constructor(onCard: (start: number, end: number) => void) {
    this.#onCard = onCard;
  }

  holdFrom(index: number): number {
    const [first] = this.#groups;
    if (first !== undefined) return first.start;
    return this.#start >= 0 && this.#isGroup ? this.#start : index;
  }

  step(written: number, index: number, text: TextWindow): void {
    const code = plainCode(written);
    if (isAsciiDigit(code)) {
      if (this.#start < 0) {
        this.#start = index;
        this.#isGroup = !isAsciiLetter(this.#previous);
      } else if (index - this.#start >= maxGroupDigits && this.#isGroup) {
        this.#isGroup = false;
        this.#endRow(text);
      }
    } else {
      this.#endGroup(index, !isAsciiLetter(code), text);
      if (this.#count > 0 && !(gapCodes.has(code) && index - this.#lastEnd < maxGapChars)) this.#endRow(text);
    }
    this.#previous = code;
  }

  /** The text has ended. */
  end(length: number, text: TextWindow): void {
    this.#endGroup(length, true, text);
    this.#endRow(text);
  }

  #endGroup(end: number, isGroup: boolean, text: TextWindow): void {
    const start = this.#start;
    this.#start = -1;
    if (start < 0) return;
    if (!(this.#isGroup && isGroup)) {
      this.#endRow(text);
      return;
    }
    this.#count++;
    this.#lastEnd = end;
    if (this.#count <= maxGroups) this.#groups.push({ start, end });
    else this.#groups = [];
  }

  #endRow(text: TextWindow): void {
    const groups = this.#groups;
    this.#groups = [];
    this.#count = 0;
    for (const sizes of cardGroups)
      for (let first = 0; first + sizes.length <= groups.length; first++) {
        const card = groups.slice(first, first + sizes.length);
        const isShaped = card.every(({ start, end }, index) => end - start === sizes[index]);
        // Beside it may stand its date and its check number; more of its kind make a table.
        const others = groups.filter((group) => !card.includes(group));
        if (!isShaped || others.some(({ start, end }) => end - start > 3) || !isCard(card, text)) continue;
        this.#onCard(card[0]?.start ?? 0, card.at(-1)?.end ?? 0);
        return;
      }
  }
}

function isCard(groups: readonly Group[], text: TextWindow): boolean {
  const [first, ...rest] = groups;
  const start = first?.start ?? 0;
  const gaps = rest.map((group, index) => plainText(text.slice(groups[index]?.end ?? 0, group.start)));
  const hasNames = cardContext.test(text.slice(start - contextChars, start));
  const isWrapped = gaps.every((gap) => gap === " " || lineBreak.test(gap));
  if (!gaps.some((gap) => spread.test(gap))) return false;
  if (!isWrapped && new Set(gaps).size > 1) return false;
  // A column of numbers is one only where it is said to be.
  if (gaps.every((gap) => lineBreak.test(gap)) && !hasNames) return false;
  const digits = plainText(groups.map((group) => text.slice(group.start, group.end)).join(""));
  return isLuhnValid(digits) && knownCard.test(digits);
}

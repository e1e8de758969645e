import "server-only";
import type { Report } from "../detector";
import type { TextWindow } from "../text-window";
import { WordReader } from "../word-reader";
import { decodeAddress } from "./decode-address";
import type { AddressJudge } from "./link-policy";

// What Markdown readers turn into links by themselves (GFM 0.29, section 6.9), and schemes that run something.
const address =
  /(?:(?:https?|ftps?|wss?|file):[\\/]{1,}|(?<![A-Za-z0-9])www\.(?=[\w-]+\.)|(?<![A-Za-z0-9])(?:javascript|vbscript|data:(?:text|image|application)\/[\w.+-]+[;,]|livescript|blob):?(?=[\w'"`/\\*[(!;,%+]))[^\s<>"'`|^{}]*/gi;
/** An address in angle brackets, of any scheme (CommonMark 0.31, section 6.5). */
export const autolink = /^<[a-z][a-z0-9+.-]{1,31}:[^ <>]*>/i;
const activeScheme = /^(?:javascript|vbscript|livescript|data|blob):/i;

// A backtick ends a word, so that what lies in a code span ends with it.
const isBreak = (code: number) =>
  code <= 32 || code === 96 || code === 0xa0 || (code >= 0x3000 && code < 0xfb00);

/** Finds addresses that stand in the text as they are, with or without angle brackets. */
export class AddressScanner {
  readonly #reader: WordReader;
  #text: TextWindow | null = null;
  #isInAngle = false;
  readonly #judge: AddressJudge;
  readonly #report: Report;

  constructor(maxWordChars: number, judge: AddressJudge, report: Report) {
    this.#judge = judge;
    this.#report = report;
    // An autolink goes on until a space, whatever its script.
    const isWordBreak = (code: number) => (this.#isInAngle ? code <= 32 || code === 96 : isBreak(code));
    this.#reader = new WordReader(maxWordChars, isWordBreak, ({ start, end, isTooLong }) => {
      if (isTooLong) this.#remove(start, end, "word-too-long", "(text removed)");
      else if (this.#text) this.#judgeWord(this.#text.slice(start, end), start);
    });
  }

  holdFrom(index: number): number {
    return this.#reader.holdFrom(index);
  }

  step(code: number, index: number, text: TextWindow): void {
    this.#text = text;
    // A "<" starts a word of its own, so that an autolink is one with its brackets.
    if (code === 60) this.#reader.end(index);
    this.#isInAngle = code === 60 || (this.#isInAngle && code > 32);
    this.#reader.step(code, index);
  }

  end(length: number, text: TextWindow): void {
    this.#text = text;
    this.#reader.end(length);
  }

  #judgeWord(word: string, start: number): void {
    if (word.length < 5 || !/[:.&\\]/.test(word)) return;
    const linked = autolink.exec(word)?.[0] ?? "";
    const reason = linked === "" ? null : this.#judge(decodeAddress(linked.slice(1, -1)), "link");
    if (reason) this.#remove(start, start + linked.length, `link-${reason}`, "(link removed)");
    for (const { written, index } of addressesIn(word)) this.#judgeAddress(written, start + index);
    for (const { 0: piece, index } of word.matchAll(/[^"'<>]+/g)) this.#judgePiece(piece, start + index);
  }

  /** Escapes and entities spell addresses too, and readers link what they make of them. */
  #judgePiece(piece: string, start: number): void {
    const plain = /[&\\]/.test(piece) ? decodeAddress(piece) : piece;
    if (plain === piece || !addressesIn(plain).some(({ written }) => this.#reasonAgainst(written))) return;
    // What opens fenced code stays, or the code would be code no more.
    const from = /^[~`]*/.exec(piece)?.[0].length ?? 0;
    this.#remove(start + from, start + piece.length, "link-disguised", "(link removed)");
  }

  #judgeAddress(written: string, start: number): void {
    const reason = this.#reasonAgainst(written);
    if (reason) this.#remove(start, start + written.length, `link-${reason}`, "(link removed)");
  }

  #reasonAgainst(written: string): string | null {
    // "http://" alone, as in prose about schemes, leads nowhere.
    if (/^[a-z]+:[\\/]*$/i.test(written)) return null;
    if (activeScheme.test(written)) return "active-scheme";
    return this.#judge(decodeAddress(/^www\./i.test(written) ? `https://${written}` : written), "link");
  }

  #remove(start: number, end: number, reason: string, replacement: string): void {
    this.#report({ reason, start, end, replacement });
  }
}

/**
 * The addresses in a word, each without what belongs to the sentence around it. One within another counts on its own:
 * a reader may not take the outer one for an address, and an allowed host may send on to it.
 */
function addressesIn(word: string): { written: string; index: number }[] {
  const found: { written: string; index: number }[] = [];
  address.lastIndex = 0;
  for (let match = address.exec(word); match; match = address.exec(word)) {
    found.push({ written: trimAddress(match[0]), index: match.index });
    address.lastIndex = match.index + (/^(?:[a-z]+:[\\/]*|www\.)/i.exec(match[0])?.[0].length ?? 1);
  }
  return found;
}

/** Leaves out what belongs to the sentence: punctuation at the end, brackets that were opened before the address. */
function trimAddress(address: string): string {
  let depth = 0;
  let end = address.length;
  for (let index = 0; index < address.length && end === address.length; index++) {
    const character = address.charAt(index);
    if (character === "(" || character === "[") depth++;
    if ((character === ")" || character === "]") && depth-- <= 0) end = index;
  }
  return address.slice(0, end).replace(/[.,;:!?*_~]+$/, "");
}

import "server-only";
import type { TextWindow } from "../text-window";
import { WordReader } from "../word-reader";
import { decodeAddress } from "./decode-address";
import type { AddressJudge } from "./link-policy";
import type { ReportMatch } from "./match";

// What Markdown readers turn into links by themselves (GFM 0.29, section 6.9), and schemes that run something.
const address =
  /(?:(?:https?|ftps?|wss?|file):[\\/]{1,}|\bwww\.(?=[\w-]+\.)|\b(?:javascript|vbscript|data:(?:text|image|application)\/[\w.+-]+[;,]|livescript|blob):?(?=[\w'"`/\\*[(!;,%+]))[^\s<>"'`|^{}]*/gi;
const autolink = /^<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/i;
const activeScheme = /^(?:javascript|vbscript|livescript|data|blob):/i;

// A backtick ends a word, so that what lies in a code span ends with it.
const isBreak = (code: number) =>
  code <= 32 || code === 96 || code === 0xa0 || (code >= 0x3000 && code < 0xfb00);

/** Finds addresses that stand in the text as they are, with or without angle brackets. */
export class AddressScanner {
  readonly #reader: WordReader;
  #text: TextWindow | null = null;
  readonly #judge: AddressJudge;
  readonly #report: ReportMatch;

  constructor(maxWordChars: number, judge: AddressJudge, report: ReportMatch) {
    this.#judge = judge;
    this.#report = report;
    this.#reader = new WordReader(maxWordChars, isBreak, ({ start, end, isTooLong }) => {
      if (isTooLong) this.#remove(start, end, "word-too-long", "[text removed]");
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
    this.#reader.step(code, index);
  }

  end(length: number, text: TextWindow): void {
    this.#text = text;
    this.#reader.end(length);
  }

  #judgeWord(word: string, start: number): void {
    if (word.length < 5 || !/[:.&\\]/.test(word)) return;
    const linked = autolink.exec(word);
    if (linked) {
      const reason = this.#judge(linked[0].slice(1, -1), "link");
      if (reason) this.#remove(start, start + linked[0].length, `link-${reason}`, "[link removed]");
      return;
    }
    let found = 0;
    for (const match of word.matchAll(address)) {
      found++;
      this.#judgeMatch(match[0], start + match.index);
    }
    const plain = /[&\\]/.test(word) ? decodeAddress(word) : word;
    if (plain === word || [...plain.matchAll(address)].length <= found) return;
    if (this.#judge(plain.match(address)?.[0] ?? "", "link")) {
      this.#remove(start, start + word.length, "link-disguised", "[link removed]");
    }
  }

  #judgeMatch(match: string, start: number): void {
    const written = trimAddress(match);
    // "http://" alone, as in prose about schemes, leads nowhere.
    if (/^[a-z]+:[\\/]*$/i.test(written)) return;
    const isActive = activeScheme.test(written);
    const target = /^www\./i.test(written) ? `https://${written}` : written;
    const reason = isActive ? "active-scheme" : this.#judge(target, "link");
    if (reason) this.#remove(start, start + written.length, `link-${reason}`, "[link removed]");
  }

  #remove(start: number, end: number, reason: string, replacement: string): void {
    this.#report({ at: start, spans: [{ reason, start, end, replacement }] });
  }
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

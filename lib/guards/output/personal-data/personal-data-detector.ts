import "server-only";
import type { Detector, Report } from "../detector";
import type { TextWindow } from "../text-window";
import { WordReader } from "../word-reader";
import { IbanReader } from "./iban-reader";
import { judgeNumber } from "./judge-number";
import { isPersonalEmail, judgeWord } from "./judge-word";
import { NumberReader } from "./number-reader";
import { plainText } from "./plain-code";
import { SpeltEmailReader } from "./spelt-email-reader";
import { SpreadCardReader } from "./spread-card-reader";

const contextChars = 80;

const breaks = new Set([...'"`<>()[]{},;'].map((character) => character.charCodeAt(0)));
const isBreak = (code: number) =>
  code <= 32 || breaks.has(code) || code === 0xa0 || (code >= 0x2e80 && code < 0xfb00);

/** Finds what belongs to a person: addresses by their shape, numbers by checksum or by the words around them. */
export class PersonalDataDetector implements Detector {
  readonly guard = "personal-data";
  #position = 0;
  #text: TextWindow | null = null;
  readonly #words: WordReader;
  readonly #numbers: NumberReader;
  readonly #ibans: IbanReader;
  readonly #spreadCards: SpreadCardReader;
  readonly #speltEmails: SpeltEmailReader;
  readonly #isOwn: (value: string) => boolean;
  readonly #report: Report;

  /** `isOwn` says whether the person typed a value in this chat. */
  constructor(maxHeldChars: number, isOwn: (value: string) => boolean, report: Report) {
    this.#isOwn = isOwn;
    this.#report = report;
    this.#words = new WordReader(maxHeldChars, isBreak, ({ start, end, isTooLong }) => {
      if (isTooLong) this.#report({ reason: "word-too-long", start, end, replacement: "(text removed)" });
      else if (this.#text && end - start >= 6) this.#judgeWord(this.#text, start, end);
    });
    this.#numbers = new NumberReader(({ start, end, next }, text) => {
      const before = text.slice(start - contextChars, start);
      for (const found of judgeNumber(plainText(text.slice(start, end)), before, next))
        this.#found(text, start, found);
    });
    const find = (reason: string) => (start: number, end: number) => {
      if (this.#text) this.#found(this.#text, start, { reason, start: 0, end: end - start });
    };
    this.#ibans = new IbanReader(find("iban"));
    this.#spreadCards = new SpreadCardReader(find("card"));
    this.#speltEmails = new SpeltEmailReader((start, end, address) => {
      if (isPersonalEmail(address) && !this.#isOwn(address)) find("email")(start, end);
    });
  }

  get holdFrom(): number {
    const index = this.#position;
    const forNumbers = Math.min(this.#numbers.holdFrom(index), this.#spreadCards.holdFrom(index));
    const forWords = Math.min(this.#words.holdFrom(index), this.#speltEmails.holdFrom(index));
    return Math.min(forWords, this.#ibans.holdFrom(index), forNumbers);
  }

  read(text: TextWindow): void {
    this.#text = text;
    for (let index = this.#position; index < text.length; index++) {
      const code = text.codeAt(index);
      this.#words.step(code, index);
      this.#speltEmails.step(code, index, text);
      this.#numbers.step(code, index, text);
      this.#ibans.step(code, index, text);
      this.#spreadCards.step(code, index, text);
      this.#position = index + 1;
    }
  }

  end(text: TextWindow): void {
    this.#text = text;
    this.#words.end(text.length);
    this.#speltEmails.end(text.length, text);
    this.#numbers.end(text.length, text);
    this.#ibans.end(text.length, text);
    this.#spreadCards.end(text.length, text);
  }

  #judgeWord(text: TextWindow, start: number, end: number): void {
    const before = text.slice(start - 20, start);
    for (const found of judgeWord(text.slice(start, end), before)) this.#found(text, start, found);
  }

  #found(text: TextWindow, origin: number, found: { reason: string; start: number; end: number }): void {
    const start = origin + found.start;
    const end = origin + found.end;
    if (this.#isOwn(text.slice(start, end))) return;
    this.#report({
      reason: found.reason,
      start,
      end,
      replacement: `(${names[found.reason] ?? "number"} removed)`,
    });
  }
}

const names: Readonly<Record<string, string>> = {
  email: "email address",
  phone: "phone number",
  card: "card number",
  iban: "bank account",
  "ip-address": "IP address",
};

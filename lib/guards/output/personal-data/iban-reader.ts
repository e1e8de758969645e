import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";
import { findLeadingIban } from "../../iban";
import type { TextWindow } from "../text-window";
import { plainCode, plainText } from "./plain-code";

const maxIbanChars = 48;

/** Finds IBANs, in one piece or in groups of four, in capitals or not. */
export class IbanReader {
  /** Where the candidate starts, or -1. */
  #start = -1;
  #group = 0;
  #isInWord = false;
  readonly #onIban: (start: number, end: number) => void;

  constructor(onIban: (start: number, end: number) => void) {
    this.#onIban = onIban;
  }

  holdFrom(index: number): number {
    return this.#start >= 0 ? this.#start : index;
  }

  step(written: number, index: number, text: TextWindow): void {
    const code = plainCode(written);
    const isPart = isAsciiDigit(code) || isAsciiLetter(code);
    if (this.#start >= 0 && !this.#continues(code, index, isPart)) this.end(index, text);
    if (this.#start < 0 && !this.#isInWord && isAsciiLetter(code)) {
      this.#start = index;
      this.#group = 1;
    }
    this.#isInWord = isPart || code === 95;
  }

  /** Whatever was read ends before this index. */
  end(index: number, text: TextWindow): void {
    const start = this.#start;
    this.#start = -1;
    if (start < 0 || index - start < 15) return;
    const iban = findLeadingIban(plainText(text.slice(start, index)));
    if (iban !== null) this.#onIban(start, start + iban.length);
  }

  #continues(code: number, index: number, isPart: boolean): boolean {
    const offset = index - this.#start;
    if (offset >= maxIbanChars) return false;
    if (offset === 1) return isAsciiLetter(code);
    if (offset < 4) {
      this.#group = offset + 1;
      return isAsciiDigit(code);
    }
    // Between groups of four, one space or hyphen.
    const isGap = (code === 32 || code === 45) && this.#group === 4;
    this.#group = isGap ? 0 : this.#group + 1;
    return isPart || isGap;
  }
}

import "server-only";
import type { TextWindow } from "../text-window";
import { isIbanValid } from "./checksums";

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;

const maxIbanChars = 48;

// Lengths by country, from the SWIFT IBAN registry.
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "NO15 BE16 DK18 FI18 FO18 GL18 NL18 SD18 FK18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20 MN20 CH21 HR21 LI21 " +
    "LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 " +
    "PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 " +
    "BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

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

  step(code: number, index: number, text: TextWindow): void {
    const isPart = isDigit(code) || isLetter(code);
    if (this.#start >= 0 && !this.#continues(code, index, isPart)) this.end(index, text);
    if (this.#start < 0 && !this.#isInWord && isLetter(code)) {
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
    const written = text.slice(start, index);
    const length = lengths[written.slice(0, 2).toUpperCase()] ?? 0;
    const end = endOfLength(written, length);
    if (end > 0 && isIbanValid(written.slice(0, end).replace(/[ -]/g, ""))) this.#onIban(start, start + end);
  }

  #continues(code: number, index: number, isPart: boolean): boolean {
    const offset = index - this.#start;
    if (offset >= maxIbanChars) return false;
    if (offset === 1) return isLetter(code);
    if (offset < 4) {
      this.#group = offset + 1;
      return isDigit(code);
    }
    // Between groups of four, one space or hyphen.
    const isGap = (code === 32 || code === 45) && this.#group === 4;
    this.#group = isGap ? 0 : this.#group + 1;
    return isPart || isGap;
  }
}

/** Where this many letters and digits end, provided a group ends there; 0 otherwise. */
function endOfLength(written: string, length: number): number {
  let count = 0;
  for (let index = 0; index < written.length && length > 0; index++) {
    if (/[A-Za-z0-9]/.test(written.charAt(index))) count++;
    if (count === length) return /^[A-Za-z0-9]/.test(written.slice(index + 1)) ? 0 : index + 1;
  }
  return 0;
}

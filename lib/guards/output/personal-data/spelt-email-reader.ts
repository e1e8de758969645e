import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";
import type { TextWindow } from "../text-window";

const blank = 32;
const maxLocalChars = 64;
const maxChars = 200;

const open = "[([{<]";
const close = "[)\\]}>]";
/** What people write for the two signs of an address so that machines don't read it. */
const at = ` ?${open} ?(?:at|@) ?${close} ?`;
const dot = `(?:\\.| ?${open} ?(?:dot|punkt|point|\\.) ?${close} ?)`;
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const spelt = new RegExp(
  `^(["']@|${at})(${label}(?:${dot}${label}){0,6}${dot}[A-Za-z]{2,24})(?![A-Za-z0-9])`,
  "i",
);
const dots = new RegExp(dot, "gi");

/** The same, begun: of each step the first part. */
const beginningOf = (steps: readonly string[]) =>
  steps.reduceRight((rest, step) => `(?:${step}${rest})?`, "");
const begunAt = `(?:["']@?|${beginningOf([" ", open, " ?", "(?:a|@)", "t?", " ?", close, " ?"]).replace("(?: ", "(?: ?")})`;
const begunDot = beginningOf([" ?", open, " ?", "[dp.]", "[a-z]{0,4}", " ?", close, " ?"]);
const begun = new RegExp(
  `^(?:${begunAt}|(?:["']@|${at})[A-Za-z0-9-]{1,63}(?:${dot}[A-Za-z0-9-]{1,63}){0,7}(?:\\.|${begunDot}))$`,
  "i",
);

const localSigns = new Set([..."._%+-"].map((sign) => sign.charCodeAt(0)));
const isLocal = (code: number) =>
  isAsciiLetter(code) || isAsciiDigit(code) || localSigns.has(code) || (code >= 0xc0 && code < 0x2000);

/** Finds addresses that are spelt for people alone: "maria [at] acme [dot] pt", and those with a name in quotes. */
export class SpeltEmailReader {
  /** Where the word starts that may be the name of an address, or -1, and where it ends. */
  #start = -1;
  #localEnd = -1;
  #isApart = false;
  readonly #onEmail: (start: number, end: number, address: string) => void;

  constructor(onEmail: (start: number, end: number, address: string) => void) {
    this.#onEmail = onEmail;
  }

  holdFrom(index: number): number {
    return this.#start >= 0 ? this.#shownFrom : index;
  }

  /** Where an address is taken out from: behind a blank only from its sign on, or every word would wait for the next. */
  get #shownFrom(): number {
    return this.#isApart ? this.#localEnd + 1 : this.#start;
  }

  step(code: number, index: number, text: TextWindow): void {
    if (this.#start >= 0 && this.#localEnd < 0) {
      if (isLocal(code)) {
        if (index - this.#start >= maxLocalChars) this.#start++;
        return;
      }
      this.#localEnd = index;
      this.#isApart = code === blank;
    }
    if (this.#start >= 0) {
      const isBegun = index - this.#start < maxChars && begun.test(text.slice(this.#localEnd, index + 1));
      if (isBegun) return;
      this.end(index, text);
    }
    if (isLocal(code)) this.#begin(index, text);
  }

  /** Whatever was read ends before this index. */
  end(index: number, text: TextWindow): void {
    const [start, localEnd, isApart] = [this.#start, this.#localEnd, this.#isApart];
    this.#start = -1;
    this.#isApart = false;
    this.#localEnd = -1;
    if (start < 0 || localEnd < 0) return;
    const [whole, , host] = spelt.exec(text.slice(localEnd, index)) ?? [];
    if (whole === undefined || host === undefined) return;
    const name = text.slice(start, localEnd).replace(/^[._%+-]+/, "");
    const from = isApart ? localEnd + 1 : localEnd - name.length;
    if (name !== "") this.#onEmail(from, localEnd + whole.length, `${name}@${host.replace(dots, ".")}`);
  }

  /** The word may have begun within what could have been a sign: "(ann [at] …". */
  #begin(index: number, text: TextWindow): void {
    let start = index;
    while (index - start < maxLocalChars && isLocal(text.codeAt(start - 1))) start--;
    this.#start = start;
    this.#localEnd = -1;
  }
}

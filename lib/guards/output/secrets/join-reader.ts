import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";
import type { TextWindow } from "../text-window";

type Piece = { readonly start: number; readonly end: number };

const maxChars = 1024;
const quotes: ReadonlySet<number> = new Set([34, 39, 96]);
const lineBreak = 10;
const carriageReturn = 13;
const backslash = 92;
/** What joins two pieces of a string in code, whole and begun: a sign or none between quotes, a line's end inside of them. */
const link = /^(?:["'`]\s{0,40}(?:[+.&\\]\s{0,40})?["'`]|\\?\r?\n[ \t]{0,40})$/;
const begunLink = /^(?:["'`]\s{0,40}(?:[+.&\\]\s{0,40})?["'`]?|\\?\r?\n?[ \t]{0,40})$/;

const signs = new Set([..."+-./:=_"].map((sign) => sign.charCodeAt(0)));
const isPart = (code: number) => isAsciiDigit(code) || isAsciiLetter(code) || signs.has(code);

/** Reads words in quotes that code or a line's end cuts into several pieces, character by character. */
export class JoinReader {
  #state: "idle" | "piece" | "link" = "idle";
  #pieces: Piece[] = [];
  /** Where the piece or the link starts that is being read. */
  #from = 0;
  #start = 0;
  #previous = 0;
  readonly #onJoined: (pieces: readonly Piece[], text: TextWindow) => void;

  constructor(onJoined: (pieces: readonly Piece[], text: TextWindow) => void) {
    this.#onJoined = onJoined;
  }

  holdFrom(index: number): number {
    return this.#state === "idle" ? index : this.#start;
  }

  step(code: number, index: number, text: TextWindow): void {
    if (this.#state !== "idle" && index - this.#start >= maxChars) this.end(index, text);
    if (this.#state === "piece" && !isPart(code)) this.#endPiece(code, index, text);
    else if (this.#state === "link") this.#readLink(code, index, text);
    if (this.#state === "idle" && quotes.has(this.#previous) && isPart(code)) {
      this.#state = "piece";
      this.#start = index;
      this.#from = index;
    }
    this.#previous = code;
  }

  /** Whatever was read ends before this index. */
  end(index: number, text: TextWindow): void {
    if (this.#state === "piece") this.#pieces.push({ start: this.#from, end: index });
    if (this.#pieces.length > 1) this.#onJoined(this.#pieces, text);
    this.#state = "idle";
    this.#pieces = [];
  }

  #endPiece(code: number, index: number, text: TextWindow): void {
    const mayGoOn = quotes.has(code) || code === lineBreak || code === carriageReturn || code === backslash;
    if (mayGoOn) {
      this.#pieces.push({ start: this.#from, end: index });
      this.#state = "link";
      this.#from = index;
    } else this.end(index, text);
  }

  #readLink(code: number, index: number, text: TextWindow): void {
    if (isPart(code) && link.test(text.slice(this.#from, index))) {
      this.#state = "piece";
      this.#from = index;
    } else if (!begunLink.test(text.slice(this.#from, index + 1))) this.end(index, text);
  }
}

import "server-only";
import type { Detector, Report } from "../detector";
import type { TextWindow } from "../text-window";
import { WordReader } from "../word-reader";
import { isAssignedSecret, isRequestSecret } from "./assigned-secret";
import { findAddressSecrets } from "./find-address-secrets";
import { findSecretShapes, type SecretShape } from "./find-secret-shapes";
import { JoinReader } from "./join-reader";
import { NeighbourSecrets } from "./neighbour-secrets";

const contextChars = 120;
const minWordChars = 4;
/** Says that an object is a key. */
const isKty = (text: TextWindow, start: number, end: number) =>
  text.codeAt(start) === 107 && text.slice(start, end) === "kty";
const replacement = "(secret removed)";

const keyStart = /-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----(?![\s\S]*-----END)/;
/** Keys of PuTTY name their private lines, behind others. */
const puttyFile = /^PuTTY-User-Key-File-\d+:$/;
const puttyStart = /Private-Lines:(?![\s\S]*Private-MAC:)/;
const keyBody = /[A-Za-z0-9+/]{12,}={0,2}/g;
/** Of long words and paths nearly none has capitals, small letters and digits, as nearly every line of a key has. */
const isKeyBody = (run: string) => /[A-Z]/.test(run) && /[a-z]/.test(run) && /[0-9+]/.test(run);
const inWord = /^(["']?[\w.-]{2,64}["']?(?::=|=>|[=:]))(.+)$/s;
const closingBrace = 125;
const sentenceEnd = /[.:]+$/;

// Whitespace, quotes and brackets, commas and semicolons: a secret holds none of them.
const breaks = new Set([..."\"'`<>()[]{},;"].map((character) => character.charCodeAt(0)));
const isBreak = (code: number) =>
  code <= 32 || breaks.has(code) || code === 0xa0 || (code >= 0x3000 && code < 0xfb00);

type Place = { readonly start: number; readonly end: number };

/** Finds credentials word by word: by their shape, by the name they are given to, and whole private keys. */
export class SecretDetector implements Detector {
  readonly guard = "secret";
  #position = 0;
  #isInKey = false;
  #isInPutty = false;
  readonly #neighbours = new NeighbourSecrets();
  #text: TextWindow | null = null;
  readonly #reader: WordReader;
  readonly #joins = new JoinReader((pieces, text) => this.#judgeJoined(pieces, text));
  readonly #isOwn: (word: string) => boolean;
  readonly #report: Report;

  /** `isOwn` says whether the person typed a value in this chat. */
  constructor(maxHeldChars: number, isOwn: (value: string) => boolean, report: Report) {
    this.#report = report;
    this.#isOwn = isOwn;
    this.#reader = new WordReader(maxHeldChars, isBreak, ({ start, end, isTooLong }) => {
      if (isTooLong) this.#report({ reason: "word-too-long", start, end, replacement: "(text removed)" });
      else if (this.#text && (end - start >= minWordChars || isKty(this.#text, start, end)))
        this.#judgeWord(this.#text, start, end);
    });
  }

  get holdFrom(): number {
    return Math.min(this.#reader.holdFrom(this.#position), this.#joins.holdFrom(this.#position));
  }

  read(text: TextWindow): void {
    this.#text = text;
    for (let index = this.#position; index < text.length; index++) {
      const code = text.codeAt(index);
      this.#reader.step(code, index);
      this.#joins.step(code, index, text);
      if (code === closingBrace) this.#neighbours.leaveObject();
      this.#position = index + 1;
    }
  }

  end(text: TextWindow): void {
    this.#text = text;
    this.#reader.end(text.length);
    this.#joins.end(text.length, text);
  }

  takeOver(other: Detector): void {
    if (!(other instanceof SecretDetector)) return;
    this.#isInKey = other.#isInKey;
    this.#isInPutty = other.#isInPutty;
    this.#neighbours.takeOver(other.#neighbours);
  }

  #judgeWord(text: TextWindow, start: number, end: number): void {
    const word = text.slice(start, end);
    const before = text.slice(start - contextChars, start);
    if (this.#judgeKey(word, before + (word.split("-----END")[0] ?? ""), start)) return;
    for (const { reason, start: at, value } of [...findSecretShapes(word), ...findAddressSecrets(word)])
      this.#found(reason, start + at, value);
    for (const { reason, start: at, value } of this.#neighbours.find(word, before))
      this.#found(reason, start + at, value);
    // Behind a quote it is the value's own.
    const whole = text.codeAt(end) > 32 ? word : word.replace(sentenceEnd, "");
    const [, name = "", value = whole] = (/[:=]/.test(whole) && inWord.exec(whole)) || [];
    const lead = before + name;
    if (isAssignedSecret(value, lead) || isAssignedSecret(whole, before))
      this.#found("assigned-secret", start + whole.length - value.length, value);
    else if (isRequestSecret(word, before)) this.#found("request-secret", start, word);
  }

  /** A key in several pieces: each is redacted that holds some of it. */
  #judgeJoined(pieces: readonly Place[], text: TextWindow): void {
    const [first = { start: 0, end: 0 }] = pieces;
    const joined = pieces.map(({ start, end }) => text.slice(start, end)).join("");
    const found: SecretShape[] = findSecretShapes(joined);
    if (found.length === 0 && isAssignedSecret(joined, text.slice(first.start - contextChars, first.start)))
      found.push({ reason: "assigned-secret", start: 0, value: joined });
    for (const { reason, start, value } of found) {
      let at = 0;
      for (const piece of pieces) {
        const from = Math.max(start - at, 0);
        const to = Math.min(start + value.length - at, piece.end - piece.start);
        // What is whole in one piece was found there.
        if (from < to && to - from < value.length && !this.#isOwn(value))
          this.#report({ reason, start: piece.start + from, end: piece.start + to, replacement });
        at += piece.end - piece.start;
      }
    }
  }

  /** The lines between the marks of a private key, also when they are escaped into one. */
  #judgeKey(word: string, untilWord: string, start: number): boolean {
    const wasInKey = this.#isInKey;
    // Nearly every word ends here: only one with dashes ends the mark that opens a key.
    if (!wasInKey && !word.includes("-----") && !this.#isInPutty && !puttyFile.test(word)) return false;
    if (puttyFile.test(word)) this.#isInPutty = true;
    if (keyStart.test(untilWord) || (this.#isInPutty && puttyStart.test(untilWord))) this.#isInKey = true;
    if (!this.#isInKey) return false;
    for (const { 0: run, index } of word.matchAll(keyBody))
      if (isKeyBody(run)) this.#found("private-key", start + index, run);
    if (word.includes("-----END") || word.startsWith("Private-MAC:")) {
      this.#isInKey = false;
      this.#isInPutty = false;
    }
    return wasInKey;
  }

  #found(reason: string, start: number, value: string): void {
    if (!this.#isOwn(value)) this.#report({ reason, start, end: start + value.length, replacement });
  }
}

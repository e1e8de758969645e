import "server-only";
import type { Detector, Report } from "../detector";
import type { TextWindow } from "../text-window";
import { WordReader } from "../word-reader";
import { isAssignedSecret, isRequestSecret } from "./assigned-secret";
import { findAddressSecrets } from "./find-address-secrets";
import { findSecretShapes } from "./find-secret-shapes";
import { NeighbourSecrets } from "./neighbour-secrets";

const contextChars = 120;
/** "kty" says that an object is a key. */
const minWordChars = 3;
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

/** Finds credentials word by word: by their shape, by the name they are given to, and whole private keys. */
export class SecretDetector implements Detector {
  readonly guard = "secret";
  #position = 0;
  #isInKey = false;
  #isInPutty = false;
  readonly #neighbours = new NeighbourSecrets();
  #text: TextWindow | null = null;
  readonly #reader: WordReader;
  readonly #isOwn: (word: string) => boolean;
  readonly #report: Report;

  /** `isOwn` says whether the person typed a value in this chat. */
  constructor(maxHeldChars: number, isOwn: (value: string) => boolean, report: Report) {
    this.#report = report;
    this.#isOwn = isOwn;
    this.#reader = new WordReader(maxHeldChars, isBreak, ({ start, end, isTooLong }) => {
      if (isTooLong) this.#report({ reason: "word-too-long", start, end, replacement: "(text removed)" });
      else if (this.#text && end - start >= minWordChars) this.#judgeWord(this.#text, start, end);
    });
  }

  get holdFrom(): number {
    return this.#reader.holdFrom(this.#position);
  }

  read(text: TextWindow): void {
    this.#text = text;
    for (let index = this.#position; index < text.length; index++) {
      const code = text.codeAt(index);
      this.#reader.step(code, index);
      if (code === closingBrace) this.#neighbours.leaveObject();
      this.#position = index + 1;
    }
  }

  end(text: TextWindow): void {
    this.#text = text;
    this.#reader.end(text.length);
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

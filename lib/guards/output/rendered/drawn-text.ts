import "server-only";
import { TextWindow } from "../text-window";
import { MarkdownReader } from "./markdown-reader";
import { isMark, type Reading } from "./marks";

/** How far before what is undecided the drawn text begins, for those who look at what stands before a finding. */
const contextChars = 512;
const forgetStep = 4096;

/**
 * The text as a reader sees it, and for each of its characters which part of the text spells it. It begins where the
 * first mark stands: before that, both are the same, and nothing is done.
 */
export class DrawnText {
  /** No finding may begin before this index of the text: it was decided before the first mark. */
  floor = 0;
  #position = 0;
  #base = 0;
  #starts: number[] = [];
  #ends: number[] = [];
  #knownAt: number[] = [];
  #keptFrom = 0;
  #isAwake = false;
  #isOver = false;
  readonly #text = new TextWindow();
  readonly #reading: Reading;
  readonly #reader: MarkdownReader;
  readonly #undecidedFrom: () => number;

  /** `undecidedFrom` says where the text as it stands is undecided, up to the character before the one to come. */
  constructor(reading: Reading, undecidedFrom: () => number) {
    this.#reading = reading;
    this.#undecidedFrom = undecidedFrom;
    this.#reader = new MarkdownReader(reading, (code, start, end) => {
      this.#text.append(String.fromCharCode(code));
      this.#starts.push(start);
      this.#ends.push(end);
      this.#knownAt.push(this.#position + 1);
    });
  }

  get isAwake(): boolean {
    return this.#isAwake;
  }

  /** How many characters are drawn so far. */
  get length(): number {
    return this.#text.length;
  }

  /** Where the text stands of which it is open how it is drawn. */
  get pendingFrom(): number {
    return this.#reader.pendingFrom(this.#position);
  }

  /** Reads what the text has gained. A first mark must be the first of what was gained. */
  read(text: TextWindow): void {
    // The first who reads on finds that all have read what came before.
    if (text.length > this.#position) this.#forget();
    for (; this.#position < text.length; this.#position++) {
      const code = text.codeAt(this.#position);
      if (!this.#isAwake && isMark(code, this.#reading)) this.#wake(text);
      if (this.#isAwake) this.#reader.step(code, this.#position);
    }
  }

  end(text: TextWindow): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.read(text);
    if (this.#isAwake) this.#reader.end(text.length);
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }

  /** Where in the text stands what spells a drawn character. */
  startOf(at: number): number {
    return this.#starts[at - this.#base] ?? Number.POSITIVE_INFINITY;
  }

  /** Where what spells it ends. */
  endOf(at: number): number {
    return this.#ends[at - this.#base] ?? Number.POSITIVE_INFINITY;
  }

  /** How much of the text had to be known to draw it. */
  knownAt(at: number): number {
    return this.#knownAt[at - this.#base] ?? Number.POSITIVE_INFINITY;
  }

  /** Nobody asks for characters before this one any more; of several who say so, the earliest counts. */
  keepFrom(at: number): void {
    this.#keptFrom = Math.min(this.#keptFrom, at);
  }

  #wake(text: TextWindow): void {
    this.#isAwake = true;
    this.floor = Math.min(this.#undecidedFrom(), this.#position);
    const mark = this.#position;
    this.#position = Math.max(0, this.floor - contextChars);
    for (; this.#position < mark; this.#position++)
      this.#reader.copy(text.codeAt(this.#position), this.#position);
  }

  #forget(): void {
    const count = Math.min(this.#keptFrom, this.length) - contextChars - this.#base;
    this.#keptFrom = this.length;
    if (count < forgetStep) return;
    this.#text.forgetBefore(this.#base + count);
    for (const list of [this.#starts, this.#ends, this.#knownAt]) list.splice(0, count);
    this.#base += count;
  }
}

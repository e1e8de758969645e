import "server-only";
import {
  type Construct,
  EmphasisRun,
  Entity,
  Escape,
  LinkEnd,
  type Openers,
  PercentSign,
  Tag,
} from "./constructs";
import { isInvisible, isMark, type Reading } from "./marks";

/** Takes a UTF-16 unit that is drawn, and the part of the text that spells it. */
export type Draw = (code: number, start: number, end: number) => void;

type Open = {
  readonly construct: Construct;
  readonly start: number;
  readonly codes: number[];
  /** How often its characters were read before, because what they seemed to be wasn't. */
  readonly depth: number;
};

/** What fails is read again from its second character; so often at most, and then as it stands. */
const maxDepth = 6;

const space = 32;
const highOfPlane14 = 0xdb40;

/**
 * Turns Markdown and inline HTML into what is drawn of it, character by character. Where the drawing depends on things
 * far away (whether emphasis is closed, whether a label is defined, what is code) it takes marks for marks: whoever
 * uses this reads the text as it stands as well. O(n): no character is read more than `maxDepth + 2` times.
 */
export class MarkdownReader {
  #open: Open | null = null;
  #previous = space;
  #wasHighOfPlane14 = false;
  /** Emphasis does not go on behind a blank line. */
  readonly #openers: Openers = { count: 0 };
  readonly #reading: Reading;
  readonly #draw: Draw;

  constructor(reading: Reading, draw: Draw) {
    this.#reading = reading;
    this.#draw = draw;
  }

  /** Where the first character stands of which it is open how it is drawn, or the given index. */
  pendingFrom(index: number): number {
    return this.#open?.start ?? index;
  }

  /** Takes a character as it stands, whatever it is. */
  copy(code: number, index: number): void {
    if (code === 10 && this.#previous === 10) this.#openers.count = 0;
    // Of two characters that end a line the second counts.
    if (code !== 13) this.#previous = code;
    this.#draw(code, index, index + 1);
  }

  step(code: number, index: number): void {
    this.#step(code, index, 0);
  }

  end(length: number): void {
    while (this.#open) {
      const open = this.#open;
      const outcome = open.construct.step(null, length);
      this.#open = null;
      if (outcome === null || outcome === "failed") this.#readAgain(open);
      else this.#drawAs(outcome.drawn, open.start, length);
    }
  }

  #step(code: number, index: number, depth: number): void {
    const open = this.#open;
    if (!open) {
      this.#begin(code, index, depth);
      return;
    }
    const outcome = open.construct.step(code, index);
    if (outcome === null) {
      open.codes.push(code);
      return;
    }
    this.#open = null;
    if (outcome === "failed") {
      open.codes.push(code);
      this.#readAgain(open);
    } else {
      this.#drawAs(outcome.drawn, open.start, outcome.isOver ? index : index + 1);
      if (outcome.isOver) this.#step(code, index, depth);
    }
  }

  #readAgain({ codes, start, depth }: Open): void {
    const [first = 0, ...others] = codes;
    // A bracket that begins no address is still one of a label.
    if (first !== 93) this.copy(first, start);
    others.forEach((code, offset) => {
      this.#step(code, start + 1 + offset, depth + 1);
    });
  }

  #begin(code: number, index: number, depth: number): void {
    if (!isMark(code, this.#reading)) {
      const isLow = this.#wasHighOfPlane14 && code >= 0xdc00 && code <= 0xdfff;
      this.#wasHighOfPlane14 = false;
      if (!isLow) this.copy(code, index);
      return;
    }
    this.#wasHighOfPlane14 = code === highOfPlane14;
    // Backticks and the bracket that opens a link leave no trace, and nobody sees what is invisible.
    if (code === 96 || code === 91 || isInvisible(code)) return;
    const construct = depth > maxDepth ? null : this.#constructFor(code);
    if (construct) this.#open = { construct, start: index, codes: [code], depth };
    else if (code !== 93) this.copy(code, index);
  }

  #constructFor(code: number): Construct {
    if (code === 37) return new PercentSign();
    if (code === 38) return new Entity();
    if (code === 92) return new Escape();
    if (code === 60) return new Tag();
    return code === 93 ? new LinkEnd() : new EmphasisRun(code, this.#previous, this.#openers);
  }

  #drawAs(drawn: string, start: number, end: number): void {
    for (let at = 0; at < drawn.length; at++) {
      const code = drawn.charCodeAt(at);
      this.#previous = code;
      if (!isInvisible(code)) this.#draw(code, start, end);
    }
  }
}

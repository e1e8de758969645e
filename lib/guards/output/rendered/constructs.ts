import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";
import { decodeEntities } from "../markup/decode-address";
import { Destination } from "../markup/destination";
import { nextTagState, type TagState } from "../markup/tag-state";

/**
 * What became of something that may be drawn otherwise than it stands: it goes on, it is none after all, or it is drawn
 * as `drawn`. `isOver` when the last character no longer belongs to it.
 */
export type Outcome = null | "failed" | { readonly drawn: string; readonly isOver: boolean };

/** Reads on behind the first character; null ends the text. */
export type Construct = { step(code: number | null, index: number): Outcome };

const isBlank = (code: number) => code <= 32 || code === 0xa0 || code === 0x85;
const isPunctuation = (code: number) =>
  code > 32 && code < 127 && !isAsciiDigit(code) && !isAsciiLetter(code);

// The longest name is CounterClockwiseContourIntegral.
const maxEntityChars = 34;
const maxTagChars = 3072;
const maxAddressChars = 2048;
/** Longer labels of references are more likely text. */
const maxLabelChars = 16;
const maxRunChars = 32;

/** `&commat;`, `&#64;`, `&#x40;`; numbers also without a semicolon, as browsers read them. */
export class Entity implements Construct {
  #written = "&";

  step(code: number | null): Outcome {
    const isPart =
      code !== null && (isAsciiDigit(code) || isAsciiLetter(code) || (code === 35 && this.#written === "&"));
    if (isPart && this.#written.length < maxEntityChars) {
      this.#written += String.fromCharCode(code);
      return null;
    }
    const isOver = code !== 59;
    const written = isOver ? this.#written : `${this.#written};`;
    const drawn = decodeEntities(written);
    return drawn === written ? "failed" : { drawn, isOver };
  }
}

/** A backslash before punctuation (CommonMark 0.31, section 2.4), `\u0040`, `\u{40}` and `\x40`. */
export class Escape implements Construct {
  #written = "";

  step(code: number | null): Outcome {
    if (code === null) return "failed";
    if (this.#written === "" && isPunctuation(code))
      return { drawn: String.fromCharCode(code), isOver: false };
    this.#written += String.fromCharCode(code);
    const whole = /^(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|x([0-9a-f]{2}))$/i.exec(this.#written);
    if (whole) {
      const value = Number.parseInt(whole[1] ?? whole[2] ?? whole[3] ?? "", 16);
      return value > 0x10ffff ? "failed" : { drawn: String.fromCodePoint(value), isOver: false };
    }
    return /^(?:u[0-9a-f]{0,3}|u\{[0-9a-f]{0,6}|x[0-9a-f]?)$/i.test(this.#written) ? null : "failed";
  }
}

/** `%40`: how addresses spell characters of ASCII that they may not hold. */
export class PercentSign implements Construct {
  #digits = "";

  step(code: number | null): Outcome {
    this.#digits += String.fromCharCode(code ?? 0);
    if (!/^[2-7][0-9a-f]?$/i.test(this.#digits)) return "failed";
    if (this.#digits.length < 2) return null;
    return { drawn: String.fromCharCode(Number.parseInt(this.#digits, 16)), isOver: false };
  }
}

/** How many rows of `_` wait for the one that closes them. */
export type Openers = { count: number };

/**
 * A row of `*`, `_` or `~`: drawn between blanks, else emphasis at best. `_` stands in many a name and key, so it is
 * read as CommonMark 0.31 (section 6.2) has it, except that one which opens counts whether it is closed or not.
 */
export class EmphasisRun implements Construct {
  readonly #mark: string;
  readonly #before: number;
  readonly #openers: Openers;
  #length = 1;

  constructor(code: number, before: number, openers: Openers) {
    this.#mark = String.fromCharCode(code);
    this.#before = before;
    this.#openers = openers;
  }

  step(code: number | null): Outcome {
    if (code !== null && String.fromCharCode(code) === this.#mark && this.#length < maxRunChars) {
      this.#length++;
      return null;
    }
    const isDrawn = this.#mark === "_" ? !this.#isEmphasis(code ?? 10) : this.#isBetweenBlanks(code ?? 10);
    return { drawn: isDrawn ? this.#mark.repeat(this.#length) : "", isOver: true };
  }

  #isBetweenBlanks(after: number): boolean {
    return isBlank(this.#before) && isBlank(after);
  }

  #isEmphasis(after: number): boolean {
    const before = this.#before;
    const isLeft = !isBlank(after) && (isWordCode(after) || !isWordCode(before));
    const isRight = !isBlank(before) && (isWordCode(before) || !isWordCode(after));
    const closes = isRight && !(isLeft && isWordCode(after)) && this.#openers.count > 0;
    const opens = !closes && isLeft && !(isRight && isWordCode(before));
    if (closes) this.#openers.count--;
    if (opens) this.#openers.count++;
    return closes || opens;
  }
}

/** What follows the text of a link: `](address "title")` or `][label]`; a bracket alone closes a shortcut. */
export class LinkEnd implements Construct {
  #destination: Destination | null = null;
  #label: number | null = null;
  #length = 0;

  step(code: number | null, index: number): Outcome {
    if (code === null) return "failed";
    this.#length++;
    if (this.#destination) return this.#stepDestination(this.#destination, code, index);
    if (this.#label !== null) return this.#stepLabel(code);
    if (code === 40) this.#destination = new Destination(false);
    else if (code === 91) this.#label = 0;
    else return { drawn: "", isOver: true };
    return null;
  }

  #stepDestination(destination: Destination, code: number, index: number): Outcome {
    // "]()" is a link too, to nowhere.
    if (code === 41 && this.#length === 2) return { drawn: "", isOver: false };
    const outcome = destination.step(code, index);
    if (outcome === "done") return { drawn: "", isOver: false };
    return outcome === "failed" || this.#length > maxAddressChars ? "failed" : null;
  }

  #stepLabel(code: number): Outcome {
    if (code === 93) return { drawn: "", isOver: false };
    return code === 91 || code === 10 || this.#length > maxLabelChars ? "failed" : null;
  }
}

// Those that start on a line or in a cell of their own.
const separating =
  /^<\/?(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b/i;

/** A tag or a comment, as CommonMark 0.31 (section 6.6) allows them in prose. */
export class Tag implements Construct {
  #written = "<";
  #state: TagState = "name";
  #isComment = false;

  step(code: number | null): Outcome {
    if (code === null || this.#written.length >= maxTagChars) return "failed";
    const offset = this.#written.length;
    this.#written += String.fromCharCode(code);
    if (offset === 1 && code === 33) this.#isComment = true;
    if (this.#isComment) return this.#stepComment(code, offset);
    if (offset === 1) return isAsciiLetter(code) || code === 47 ? null : "failed";
    const isQuoted = this.#state === "double" || this.#state === "single";
    if (code === 62 && !isQuoted) return this.#end();
    const next = nextTagState(this.#state, code, false);
    if (next) this.#state = next;
    return next === null ? "failed" : null;
  }

  #end(): Outcome {
    if (this.#written === "</>") return "failed";
    return { drawn: separating.test(this.#written) ? "\n" : "", isOver: false };
  }

  #stepComment(code: number, offset: number): Outcome {
    if (offset <= 3) return offset === 1 || code === 45 ? null : "failed";
    return code === 62 && this.#written.endsWith("-->") ? { drawn: "", isOver: false } : null;
  }
}

function isWordCode(code: number): boolean {
  return isAsciiDigit(code) || isAsciiLetter(code) || code >= 0xc0;
}

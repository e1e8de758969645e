import "server-only";
import type { MarkupPolicy } from "@/lib/config/guardrails-output";
import type { Report } from "../detector";
import type { TextWindow } from "../text-window";
import { decodeAddress } from "./decode-address";
import { Destination } from "./destination";
import { isLineStartCode } from "./line-start";
import type { AddressJudge } from "./link-policy";

type Opener = {
  readonly textStart: number;
  readonly isImage: boolean;
  readonly startsLine: boolean;
};
type Reading = {
  readonly opener: Opener | null;
  readonly closeAt: number;
  readonly isDefinition: boolean;
  readonly destination: Destination;
};

const maxOpeners = 32;
const maxReadings = 8;

/**
 * Finds links, images and link definitions and cuts their addresses off; the text of a link stays. All readings that
 * are still possible are followed side by side, so nothing is ever read twice and no reading hides another.
 */
export class LinkScanner {
  #openers: Opener[] = [];
  #closed: { opener: Opener | null; index: number } | null = null;
  #readings: Reading[] = [];
  #isEscaped = false;
  #previous = 0;
  #hasContent = false;
  readonly #policy: MarkupPolicy;
  readonly #judge: AddressJudge;
  readonly #report: Report;

  constructor(policy: MarkupPolicy, judge: AddressJudge, report: Report) {
    this.#policy = policy;
    this.#judge = judge;
    this.#report = report;
  }

  /** Whether an address may be going on, so that a backtick could belong to it. */
  get isReading(): boolean {
    return this.#readings.length > 0;
  }

  /** The earliest index a span still to come may start at, given that all before `index` was read. */
  holdFrom(index: number): number {
    return this.#readings[0]?.closeAt ?? this.#closed?.index ?? index;
  }

  step(code: number, index: number, text: TextWindow): void {
    if (this.#readings.length > 0) this.#stepReadings(code, index, text);
    this.#stepClosed(code, index, text);
    const isEscaped = this.#isEscaped;
    this.#isEscaped = code === 92 && !isEscaped;
    if (!isEscaped && code === 91) this.#open(index);
    if (!isEscaped && code === 93) this.#closed = { opener: this.#openers.pop() ?? null, index };
    this.#previous = isEscaped ? 0 : code;
    this.#hasContent = code !== 10 && code !== 13 && (this.#hasContent || !isLineStartCode(code));
  }

  /** A line starts that may open code, so nothing behind it may be taken away with an address before it. */
  interrupt(index: number, text: TextWindow): void {
    for (const reading of this.#readings)
      if (reading.destination.end >= 0) this.#finish(reading, index, text);
    this.#readings = [];
  }

  /** The text ended. A reader that repairs what is unfinished would make a link of it, so it counts as one. */
  endText(length: number, text: TextWindow): void {
    for (const reading of this.#readings) {
      reading.destination.endAddress(length);
      if (reading.destination.end >= 0) this.#finish(reading, length, text);
    }
    this.endParagraph();
  }

  /** A paragraph ended: no link goes on behind it. */
  endParagraph(): void {
    this.#openers = [];
    this.#closed = null;
    this.#readings = [];
    this.#isEscaped = false;
    this.#previous = 0;
  }

  #open(index: number): void {
    const isImage = this.#previous === 33;
    const startsLine = !this.#hasContent;
    this.#openers.push({ textStart: index + 1, isImage, startsLine });
    if (this.#openers.length > maxOpeners) this.#openers.shift();
  }

  #stepClosed(code: number, index: number, text: TextWindow): void {
    const closed = this.#closed;
    if (!closed) return;
    this.#closed = null;
    const isDefinition = code === 58 && (closed.opener?.startsLine ?? false);
    if (code !== 40 && !isDefinition) return;
    const oldest = this.#readings.length >= maxReadings ? this.#readings.shift() : undefined;
    if (oldest) this.#finish(oldest, index, text);
    const destination = new Destination(isDefinition);
    this.#readings.push({ opener: closed.opener, closeAt: closed.index, isDefinition, destination });
  }

  #stepReadings(code: number, index: number, text: TextWindow): void {
    this.#readings = this.#readings.filter((reading) => {
      const outcome = reading.destination.step(code, index);
      const isTooLong = index - reading.closeAt > this.#policy.maxAddressChars;
      const end = reading.isDefinition && code !== 62 ? index : index + 1;
      if (outcome === "done" || isTooLong) this.#finish(reading, end, text);
      return outcome === null && !isTooLong;
    });
  }

  #finish(reading: Reading, end: number, text: TextWindow): void {
    const { start, end: addressEnd } = reading.destination;
    const { opener, closeAt, isDefinition } = reading;
    const isImage = opener?.isImage ?? false;
    // [^1]: is a footnote, whose text is prose.
    if (isDefinition && opener && text.codeAt(opener.textStart) === 94) return;
    const address = text.slice(start, addressEnd);
    const reason =
      addressEnd < 0 ? "address-too-long" : this.#judge(decodeAddress(address), isImage ? "image" : "link");
    if (reason === null) return;
    const kind = isImage ? "image" : "link";
    this.#report({ reason: `${kind}-${reason}`, start: closeAt, end, replacement: `] (${kind} removed)` });
  }
}

import "server-only";
import type { MarkupPolicy } from "@/lib/config/guardrails-output";
import type { Detector, Report, Span } from "../detector";
import type { TextWindow } from "../text-window";
import { AddressScanner } from "./address-scanner";
import { CodeBlocks } from "./code-blocks";
import { CodeSpans, type SpanOutcome } from "./code-spans";
import { createAddressJudge } from "./link-policy";
import { LinkScanner } from "./link-scanner";
import { createTagJudge } from "./tag-policy";
import { TagScanner } from "./tag-scanner";

const notCode: SpanOutcome = { from: Number.POSITIVE_INFINITY, isCode: false };

/**
 * Finds everything in Markdown that would load from, lead to or run something that is not allowed: images, links and
 * their definitions, plain addresses, HTML. Code stays as it is, unless its language is one that is drawn.
 */
export class MarkupDetector implements Detector {
  readonly guard = "markup";
  #position = 0;
  /** Found inside what may turn out to be a code span. */
  #undecided: Span[] = [];
  readonly #blocks = new CodeBlocks();
  readonly #spans = new CodeSpans();
  readonly #links: LinkScanner;
  readonly #tags: TagScanner;
  readonly #addresses: AddressScanner;
  readonly #drawnLanguages: readonly string[];
  readonly #maxHeldChars: number;
  readonly #report: Report;

  constructor(policy: MarkupPolicy, maxHeldChars: number, hosts: readonly string[], report: Report) {
    const judge = createAddressJudge(policy, hosts);
    const take = (span: Span) => this.#take(span);
    this.#links = new LinkScanner(policy, judge, take);
    this.#tags = new TagScanner(createTagJudge(judge), take);
    this.#addresses = new AddressScanner(maxHeldChars, judge, take);
    this.#drawnLanguages = policy.drawnLanguages;
    this.#maxHeldChars = maxHeldChars;
    this.#report = report;
  }

  get holdFrom(): number {
    const index = this.#position;
    let hold = Math.min(
      this.#links.holdFrom(index),
      this.#tags.holdFrom(index),
      this.#addresses.holdFrom(index),
    );
    for (const span of this.#undecided) hold = Math.min(hold, span.start);
    return hold;
  }

  read(text: TextWindow): void {
    for (let index = this.#position; index < text.length; index++) {
      this.#step(text.codeAt(index), index, text);
      this.#position = index + 1;
      // A code span that doesn't end within the longest hold is none.
      if (this.#undecided.length > 0 && index - this.holdFrom >= this.#maxHeldChars) this.#decide(notCode);
    }
  }

  end(text: TextWindow): void {
    this.#endParagraph(text.length, text, true);
  }

  #step(code: number, index: number, text: TextWindow): void {
    const event = this.#blocks.step(code, index, text);
    const language = this.#blocks.language;
    if (event === "fence-opened") this.#openFence(index, text);
    if (event === "blank-line") this.#endParagraph(index, text, false);
    if (language !== null) {
      if (this.#drawnLanguages.includes(language)) this.#addresses.step(code, index, text);
      return;
    }
    if (event === "fence-mark") {
      const lineEnd = this.#blocks.lastLineEnd;
      this.#tags.interrupt(lineEnd);
      this.#links.interrupt(lineEnd, text);
    }
    if (event === "line") this.#decide(this.#spans.endLine(index));
    else if ((event === null || event === "fence-mark") && !this.#blocks.isHtml) {
      this.#decide(this.#spans.step(code, index, this.#links.isReading || this.#tags.isReading));
    }
    this.#addresses.step(code, index, text);
    this.#links.step(code, index, text);
    this.#tags.step(code, index, text, this.#blocks.isHtml);
  }

  #endParagraph(index: number, text: TextWindow, isTextEnd: boolean): void {
    this.#addresses.end(index, text);
    if (isTextEnd) {
      this.#tags.endText(index, text);
      this.#links.endText(index, text);
    } else {
      this.#tags.endParagraph(index, text);
      this.#links.endParagraph();
    }
    this.#decide(this.#spans.endParagraph(index));
  }

  /** The line that opens fenced code is no prose, whatever was found on it. */
  #openFence(index: number, text: TextWindow): void {
    this.#addresses.end(index, text);
    const open = this.#spans.openFrom;
    this.#spans.endParagraph(index);
    this.#decide(open === null ? null : { from: open, isCode: true });
    this.#links.endParagraph();
    this.#tags.endParagraph(index, text);
  }

  #take(span: Span): void {
    if (span.replacement !== "(html removed)") this.#tags.removeOpen(span.end);
    if (this.#spans.openFrom === null) this.#report(span);
    else this.#undecided.push(span);
  }

  #decide(outcome: SpanOutcome | null): void {
    if (!outcome || this.#undecided.length === 0) return;
    const undecided = this.#undecided;
    this.#undecided = [];
    for (const span of undecided) if (!outcome.isCode || span.start < outcome.from) this.#report(span);
  }
}

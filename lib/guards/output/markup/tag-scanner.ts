import "server-only";
import { isAsciiLetter } from "../../ascii";
import type { Report } from "../detector";
import type { TextWindow } from "../text-window";
import type { TagJudge } from "./tag-policy";
import { nextTagState, type TagState } from "./tag-state";

type Candidate = { readonly start: number; readonly isHtml: boolean; state: TagState };
type Removal = { readonly start: number; readonly end: number; readonly reason: string };

const maxTagChars = 3072;
const maxCandidates = 8;

/**
 * Finds HTML tags: in raw HTML as browsers read them, elsewhere as CommonMark 0.31 (section 6.6) allows them in prose,
 * so that "a <b and c" is not held. Every `<` is followed on its own: one within the quotes of a tag counts when those
 * quotes never close. Comments hide nothing from it.
 */
export class TagScanner {
  #candidates: Candidate[] = [];
  #isInComment = false;
  readonly #judge: TagJudge;
  readonly #report: Report;

  constructor(judge: TagJudge, report: Report) {
    this.#judge = judge;
    this.#report = report;
  }

  /** Whether a tag or a comment may be going on, so that a backtick could belong to it. */
  get isReading(): boolean {
    return this.#candidates.length > 0 || this.#isInComment;
  }

  /** Where the first tag starts of which more than the name has been read, or null. */
  get openFrom(): number | null {
    return this.#candidates.find(({ state }) => state !== "name" && state !== "declaration")?.start ?? null;
  }

  /** The earliest index a span still to come may start at, given that all before `index` was read. */
  holdFrom(index: number): number {
    return this.#candidates[0]?.start ?? index;
  }

  step(code: number, index: number, text: TextWindow, isHtml: boolean): void {
    if (code === 62 && this.#isInComment && text.slice(index - 2, index) === "--") this.#isInComment = false;
    if (this.#candidates.length > 0) this.#stepCandidates(code, index, text);
    if (code !== 60) return;
    if (this.#candidates.length >= maxCandidates)
      this.#removeAll({ start: index, end: index, reason: "tag-too-long" });
    this.#candidates.push({ start: index, isHtml, state: "name" });
  }

  /** The text ended: a browser may close what is open, so it is judged as it stands. */
  endText(length: number, text: TextWindow): void {
    this.#endAll(length, text, () => true);
  }

  /** A paragraph ended: a tag in prose can't go on behind it, one in raw HTML may. */
  endParagraph(length: number, text: TextWindow): void {
    this.#endAll(length, text, ({ isHtml }) => isHtml);
    this.#isInComment = false;
  }

  /** A line starts that may open code, so nothing behind it may be taken away with a tag that is still in quotes. */
  interrupt(index: number): void {
    const quoted = this.#candidates.find((candidate) => isQuoted(candidate) && !candidate.isHtml);
    if (quoted) this.#removeAll({ start: quoted.start, end: index, reason: "html-tag" });
  }

  /** Something up to `end` is taken away; a tag around it would then quote or end something else, so it goes too. */
  removeOpen(end: number): void {
    if (this.openFrom !== null) this.#removeAll({ start: end, end, reason: "html-tag" });
  }

  #stepCandidates(code: number, index: number, text: TextWindow): void {
    const removals: Removal[] = [];
    const going = this.#candidates.filter((candidate) => {
      const outcome = this.#stepTag(candidate, code, index, text);
      if (typeof outcome === "boolean") return outcome;
      removals.push(outcome);
      return false;
    });
    const [first] = removals;
    if (first) this.#removeAll(first);
    else this.#candidates = going;
  }

  /** Reads on in a tag: whether it goes on, or what has to be taken away. */
  #stepTag(candidate: Candidate, code: number, index: number, text: TextWindow): boolean | Removal {
    const { start } = candidate;
    const offset = index - start;
    if (offset === 1 && !isAsciiLetter(code) && code !== 47)
      return this.#stepDeclaration(candidate, code, index);
    if (candidate.state === "declaration") {
      if (code !== 45) return { start, end: index, reason: "html-declaration" };
      this.#isInComment = true;
      return false;
    }
    if (code === 62 && !isQuoted(candidate)) return this.#judgeTag(start, index + 1, text) ?? false;
    if (offset >= maxTagChars) return { start, end: index + 1, reason: "tag-too-long" };
    const next = nextTagState(candidate.state, code, candidate.isHtml);
    if (next) candidate.state = next;
    return next !== null;
  }

  /** Declarations and processing instructions lose their mark; a comment may stand, and what it holds is judged. */
  #stepDeclaration(candidate: Candidate, code: number, index: number): boolean | Removal {
    candidate.state = "declaration";
    if (code === 63) return { start: candidate.start, end: index + 1, reason: "html-declaration" };
    return code === 33;
  }

  #judgeTag(start: number, end: number, text: TextWindow): Removal | null {
    const tag = text.slice(start, end);
    const reason = /^<\/?[^\s/>]/.test(tag) ? this.#judge(tag) : null;
    return reason === null ? null : { start, end, reason };
  }

  #endAll(length: number, text: TextWindow, counts: (candidate: Candidate) => boolean): void {
    for (const candidate of this.#candidates.filter(counts)) {
      const removal = this.#judgeTag(candidate.start, length, text);
      if (removal) this.#report({ ...removal, replacement });
    }
    this.#candidates = [];
  }

  /** Takes something away, and all tags that are going on around it. */
  #removeAll({ start, end, reason }: Removal): void {
    const from = Math.min(start, this.openFrom ?? start);
    this.#candidates = [];
    if (from < end) this.#report({ reason, start: from, end, replacement });
  }
}

const replacement = "(html removed)";

function isQuoted({ state }: Candidate): boolean {
  return state === "double" || state === "single";
}

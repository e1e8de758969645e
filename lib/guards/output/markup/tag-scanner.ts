import "server-only";
import type { Report } from "../detector";
import type { TextWindow } from "../text-window";
import type { TagJudge } from "./tag-policy";

type State =
  | "name"
  | "space"
  | "attribute"
  | "equals"
  | "double"
  | "single"
  | "value"
  | "slash"
  | "declaration";

const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;
const isBlank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13 || code === 12;

type Candidate = { readonly start: number; readonly isHtml: boolean; state: State };

const maxTagChars = 3072;
const maxCandidates = 8;

/**
 * Finds HTML tags: in raw HTML as browsers read them, elsewhere as CommonMark 0.31 (section 6.6) allows them in prose,
 * so that "a <b and c" is not held. Every `<` is followed on its own: one within the quotes of a tag counts when those
 * quotes never close. Comments hide nothing from it.
 */
export class TagScanner {
  #candidates: Candidate[] = [];
  readonly #judge: TagJudge;
  readonly #report: Report;

  constructor(judge: TagJudge, report: Report) {
    this.#judge = judge;
    this.#report = report;
  }

  /** Whether a tag may be going on, so that a backtick could belong to it. */
  get isReading(): boolean {
    return this.#candidates.length > 0;
  }

  /** The earliest index a span still to come may start at, given that all before `index` was read. */
  holdFrom(index: number): number {
    return this.#candidates[0]?.start ?? index;
  }

  step(code: number, index: number, text: TextWindow, isHtml: boolean): void {
    if (this.#candidates.length > 0) {
      this.#candidates = this.#candidates.filter((candidate) => this.#stepTag(candidate, code, index, text));
    }
    if (code !== 60) return;
    const oldest = this.#candidates.length >= maxCandidates ? this.#candidates.shift() : undefined;
    if (oldest) this.#remove(oldest.start, index, "tag-too-long");
    this.#candidates.push({ start: index, isHtml, state: "name" });
  }

  /** The text ended: a browser may close what is open, so it is judged as it stands. */
  endText(length: number, text: TextWindow): void {
    for (const { start } of this.#candidates) this.#finish(start, length, text);
    this.#candidates = [];
  }

  /** A paragraph ended: a tag in prose can't go on behind it, one in raw HTML may. */
  endParagraph(length: number, text: TextWindow): void {
    for (const { start, isHtml } of this.#candidates) if (isHtml) this.#finish(start, length, text);
    this.#candidates = [];
  }

  /** A line starts that may open code, so nothing behind it may be taken away with a tag that is still in quotes. */
  interrupt(index: number): void {
    this.#candidates = this.#candidates.filter((candidate) => {
      const isCut = isQuoted(candidate) && !candidate.isHtml;
      if (isCut) this.#remove(candidate.start, index, "html-tag");
      return !isCut;
    });
  }

  /** Reads on in a tag; false when it is over. */
  #stepTag(candidate: Candidate, code: number, index: number, text: TextWindow): boolean {
    const offset = index - candidate.start;
    if (offset === 1 && !isLetter(code) && code !== 47) return this.#stepDeclaration(candidate, code, index);
    if (candidate.state === "declaration") {
      if (code !== 45) this.#remove(candidate.start, index, "html-declaration");
      return false;
    }
    if (code === 62 && !isQuoted(candidate)) {
      this.#finish(candidate.start, index + 1, text);
      return false;
    }
    if (offset >= maxTagChars) {
      this.#remove(candidate.start, index + 1, "tag-too-long");
      return false;
    }
    const next = nextState(candidate.state, code, candidate.isHtml);
    if (next) candidate.state = next;
    return next !== null;
  }

  /** Declarations and processing instructions lose their mark; a comment may stand, and what it holds is judged. */
  #stepDeclaration(candidate: Candidate, code: number, index: number): boolean {
    candidate.state = "declaration";
    if (code === 63) this.#remove(candidate.start, index + 1, "html-declaration");
    return code === 33;
  }

  #finish(start: number, end: number, text: TextWindow): void {
    const tag = text.slice(start, end);
    const reason = /^<\/?[^\s/>]/.test(tag) ? this.#judge(tag) : null;
    if (reason) this.#remove(start, end, reason);
  }

  #remove(start: number, end: number, reason: string): void {
    this.#report({ reason, start, end, replacement: "(html removed)" });
  }
}

function isQuoted({ state }: Candidate): boolean {
  return state === "double" || state === "single";
}

/** The state after a character, or null when this can't be a tag. Raw HTML never fails. */
function nextState(state: State, code: number, isHtml: boolean): State | null {
  if (state === "double" || state === "single")
    return code === (state === "double" ? 34 : 39) ? "space" : state;
  if (isBlank(code)) return state === "equals" ? "equals" : "space";
  if (state === "equals" || state === "value") return valueState(state, code, isHtml);
  return state === "name" ? nameState(code, isHtml) : attributeState(state, code, isHtml);
}

function nameState(code: number, isHtml: boolean): State | null {
  return code === 47 || isHtml || isNameCode(code) ? "name" : null;
}

function valueState(state: State, code: number, isHtml: boolean): State | null {
  if (state === "equals" && code === 34) return "double";
  if (state === "equals" && code === 39) return "single";
  // Quotes, "=", "<" and the backtick.
  const isOutside = code === 34 || code === 39 || code === 61 || code === 60 || code === 96;
  return isHtml || !isOutside ? "value" : null;
}

function attributeState(state: State, code: number, isHtml: boolean): State | null {
  if (code === 47) return "slash";
  if (code === 61) return state === "slash" && !isHtml ? null : "equals";
  const isStart = isLetter(code) || code === 95 || code === 58;
  const isFirst = state === "space";
  const isPart = state !== "slash" && (isStart || (!isFirst && (isNameCode(code) || code === 46)));
  return isHtml || isPart ? "attribute" : null;
}

const isNameCode = (code: number) => isLetter(code) || (code >= 48 && code <= 57) || code === 45;

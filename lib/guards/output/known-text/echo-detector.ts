import "server-only";
import { echoCues } from "@/lib/config/echo-cues";
import type { EchoPolicy } from "@/lib/config/guardrails-output";
import type { Detector, Report } from "../detector";
import type { TextWindow } from "../text-window";
import { WordReader } from "../word-reader";

const isSeparate = (code: number) => code >= 0x3000 && code < 0xfb00;
const isWordCode = (code: number) =>
  (code >= 48 && code <= 57) ||
  ((code | 32) >= 97 && (code | 32) <= 122) ||
  (code >= 0xc0 && !isSeparate(code));
const isBreak = (code: number) => !isWordCode(code);

const commonCues = new Set(echoCues.common);

/** The words of a text, small; where a script has no spaces, its characters. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\u3000-\ufaff]|[0-9a-z\u00c0-\u2fff]+/g) ?? [];
}

/**
 * Notices an answer that talks about its instructions in parts of their own words. Nothing of it is certain, so it
 * only points at the last word and holds nothing but that.
 */
export class EchoDetector implements Detector {
  readonly guard = "prompt-echo";
  #position = 0;
  #text: TextWindow | null = null;
  #recent: string[] = [];
  #isReported = false;
  readonly #echoed = new Map<number, Set<string>>([
    [2, new Set()],
    [3, new Set()],
    [4, new Set()],
  ]);
  readonly #talk = new Set<string>();
  readonly #said = new Set<string>();
  readonly #echoes: Echoes;
  readonly #policy: EchoPolicy;
  readonly #talkPhrases: ReadonlySet<string>;
  readonly #talkWords: ReadonlySet<string>;
  readonly #reader: WordReader;
  readonly #report: Report;

  constructor(echoes: Echoes, policy: EchoPolicy, report: Report) {
    this.#echoes = echoes;
    this.#policy = policy;
    this.#talkPhrases = new Set(policy.talkPhrases);
    this.#talkWords = new Set(policy.talkPhrases.flatMap((phrase) => phrase.split(" ")));
    this.#report = report;
    this.#reader = new WordReader(policy.maxWordChars, isBreak, ({ start, end }) => {
      if (this.#text) this.#judgeWord(this.#text.slice(start, end).toLowerCase(), start, end);
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
      if (isSeparate(code)) this.#judgeWord(String.fromCharCode(code), index, index + 1);
      this.#position = index + 1;
    }
  }

  end(text: TextWindow): void {
    this.#text = text;
    this.#reader.end(text.length);
  }

  takeOver(other: Detector): void {
    if (!(other instanceof EchoDetector)) return;
    this.#isReported = other.#isReported;
    for (const [length, rows] of other.#echoed) for (const row of rows) this.#echoed.get(length)?.add(row);
    for (const phrase of other.#talk) this.#talk.add(phrase);
    for (const cue of other.#said) this.#said.add(cue);
  }

  #judgeWord(word: string, start: number, end: number): void {
    // No row has this word, so none goes on over it.
    if (!this.#echoes.words.has(word) && !this.#talkWords.has(word)) {
      this.#recent.length = 0;
      return;
    }
    this.#recent.push(word);
    if (this.#recent.length > 4) this.#recent.shift();
    for (let length = 1; length <= this.#recent.length; length++) {
      const row = this.#recent.slice(-length).join(" ");
      if (this.#echoes.cues.has(row)) this.#said.add(row);
      if (this.#echoes.rows.has(row)) this.#echoed.get(length)?.add(row);
      if (this.#talkPhrases.has(row)) this.#talk.add(row);
    }
    if (this.#isReported || !this.#isEcho()) return;
    this.#isReported = true;
    this.#report({ reason: "instructions-echoed", start, end, replacement: "(text withheld)" });
  }

  #isEcho(): boolean {
    const count = (length: number) => this.#echoed.get(length)?.size ?? 0;
    const talk = this.#talk.size;
    return this.#policy.rules.some(
      (rule) =>
        this.#said.size >= rule.cues &&
        talk >= rule.talk &&
        count(2) >= rule.pairs &&
        count(3) >= rule.triples &&
        count(4) >= rule.quadruples,
    );
  }
}

/** Rows of words that instructions have, and the cues that they wait for. */
export type Echoes = {
  readonly rows: ReadonlySet<string>;
  readonly cues: ReadonlySet<string>;
  /** Every word of either. */
  readonly words: ReadonlySet<string>;
};

/** All rows of two to four words of which at least half are longer than the commonest. */
export function findEchoes(passages: readonly string[], cues: readonly string[]): Echoes {
  const rows = new Set<string>();
  for (const passage of passages) {
    const words = wordsOf(passage);
    for (let length = 2; length <= 4; length++) {
      for (let at = 0; at + length <= words.length; at++) {
        const row = words.slice(at, at + length);
        if (row.filter(isTelling).length >= length / 2) rows.add(row.join(" "));
      }
    }
  }
  const told = new Set(
    cues
      .map((cue) => wordsOf(cue).join(" "))
      .filter((cue) => cue.length >= 4 && !commonCues.has(cue.replace(/^the /, ""))),
  );
  const kept = told.size <= echoCues.most ? told : new Set<string>();
  const words = new Set([...passages.flatMap(wordsOf), ...[...kept].flatMap((cue) => cue.split(" "))]);
  return { rows, cues: kept, words };
}

function isTelling(word: string): boolean {
  return word.length >= 4 || isSeparate(word.charCodeAt(0));
}

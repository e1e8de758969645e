import "server-only";
import type { Finding } from "@/lib/protocol/finding";
import { guardInput, type InputJudgement } from "./guard-input";

type CleanedPassage = {
  readonly text: string;
  /** The sentences that were dropped; spans in the passage as it was given. */
  readonly dropped: readonly Finding[];
};

type Judge = (text: string) => InputJudgement;
type Sentence = { readonly text: string; readonly start: number };
type Blame = (sentence: Sentence, start: number) => Finding | undefined;

/** So often what is left is judged again; then nothing is left. */
const maxRounds = 6;
/** The last rounds drop whatever lies in a window that reads like an attack. */
const namedRounds = 4;
const wholeWindow = "reads-like-an-attack";

/**
 * A document without the sentences that try to instruct the model; the rest stays as it is, byte for byte, and is a text
 * that the guard allows. Judges the whole first, and single sentences only where the whole is suspicious. O(length).
 */
export function dropOffendingSentences(passage: string, surface: "document" | "attachment"): CleanedPassage {
  return dropWith((text) => guardInput(text, { surface }), passage);
}

/** `dropOffendingSentences` with a judge of the caller's choice. */
export function dropWith(judge: Judge, passage: string): CleanedPassage {
  let judgement = judge(passage);
  if (judgement.action === "allow") return { text: passage, dropped: [] };
  const dropped: Finding[] = [];
  let left: readonly Sentence[] = sentencesOf(passage);
  for (let round = 1; left.length > 0 && judgement.action !== "allow"; round++) {
    left = dropOnce(judge, left, judgement.findings, round, dropped);
    if (left.length > 0) judgement = judge(textOf(left));
  }
  return { text: textOf(left), dropped: dropped.toSorted((a, b) => a.start - b.start) };
}

/** At least one sentence less: the first way to blame that finds one counts. */
function dropOnce(
  judge: Judge,
  left: readonly Sentence[],
  findings: readonly Finding[],
  round: number,
  dropped: Finding[],
): readonly Sentence[] {
  const byName = blameOf(findings.filter(({ reason }) => reason !== wholeWindow));
  // With no sentence to blame the instruction lies in their being together.
  const together: Blame = () => findings[0] ?? unnamed;
  const ways: Blame[] = [together];
  if (round > 1 && round < maxRounds) ways.unshift(blameOf(findings));
  if (round > 1 && round <= namedRounds) ways.unshift(byName);
  if (round === 1)
    ways.unshift((sentence, start) => byName(sentence, start) ?? suspect(judge, sentence.text));
  for (const blame of ways) {
    const next = withoutBlamed(left, blame, dropped);
    if (next.length < left.length) return next;
  }
  return [];
}

const unnamed: Finding = { guard: "injection", reason: wholeWindow, start: 0, end: 0 };

function sentencesOf(passage: string): Sentence[] {
  const segments = new Intl.Segmenter("und", { granularity: "sentence" }).segment(passage);
  return [...segments].map(({ segment, index }) => ({ text: segment, start: index }));
}

function textOf(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join("");
}

/** Blames the sentences that a finding touches; findings lie in the text that the sentences make together. */
function blameOf(findings: readonly Finding[]): Blame {
  return ({ text }, start) =>
    findings.find((finding) => finding.start < start + text.length && finding.end > start);
}

function suspect(judge: Judge, sentence: string): Finding | undefined {
  const judgement = judge(sentence);
  return judgement.action === "allow" ? undefined : (judgement.findings[0] ?? unnamed);
}

/** The sentences that are not blamed; the others are added to what was dropped. */
function withoutBlamed(sentences: readonly Sentence[], blame: Blame, dropped: Finding[]): Sentence[] {
  let at = 0;
  return sentences.filter((sentence) => {
    const start = at;
    at += sentence.text.length;
    const blamed = blame(sentence, start);
    if (blamed === undefined) return true;
    const { guard, reason } = blamed;
    dropped.push({ guard, reason, start: sentence.start, end: sentence.start + sentence.text.length });
    return false;
  });
}

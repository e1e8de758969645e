import "server-only";
import type { Finding } from "@/lib/protocol/finding";
import { guardInput, type InputJudgement } from "./guard-input";
import { joinSentences, partsOf, type Sentence, sentencesOf } from "./sentences";

type CleanedPassage = {
  readonly text: string;
  /** The sentences that were dropped; spans in the passage as it was given. */
  readonly dropped: readonly Finding[];
};

type Judge = (text: string) => InputJudgement;
type Blame = (sentence: Sentence, start: number) => Finding | undefined;

/** UTF-16 units of what is judged by itself where the rest of a document still offends; where its first part ends. */
const partLength = 600;
const firstPartLengths = [partLength, partLength / 2];
/** So often a sentence is looked for in a part before all of it goes. */
const maxTries = 4;
const wholeWindow = "reads-like-an-attack";
const unnamed: Finding = { guard: "injection", reason: wholeWindow, start: 0, end: 0 };

/**
 * A document without the sentences that try to instruct the model; the rest stays as it is, byte for byte, and is a text
 * that the guard allows. Judges the whole first, and single sentences only where the whole is suspicious; what is left
 * again, and again in parts where it has to be. O(length).
 */
export function dropOffendingSentences(passage: string, surface: "document" | "attachment"): CleanedPassage {
  return dropWith((text) => guardInput(text, { surface }), passage);
}

/** `dropOffendingSentences` with a judge of the caller's choice. */
export function dropWith(judge: Judge, passage: string): CleanedPassage {
  const whole = judge(passage);
  if (whole.action === "allow") return { text: passage, dropped: [] };
  const dropped: Finding[] = [];
  const drop = (sentences: readonly Sentence[], blame: Blame) => withoutBlamed(sentences, blame, dropped);

  const named = blameOf(whole.findings.filter(({ reason }) => reason !== wholeWindow));
  const sentences = sentencesOf(passage);
  let left = drop(sentences, (sentence, start) => named(sentence, start) ?? suspect(judge, sentence.text));
  // Suspicious as a whole, with no sentence to blame: the instruction lies in their being together.
  if (left.length === sentences.length) left = drop(left, () => whole.findings[0] ?? unnamed);

  for (const firstLength of firstPartLengths)
    if (offends(judge, left))
      left = partsOf(left, firstLength, partLength).flatMap((part) => cleanPart(judge, part, drop));
  if (offends(judge, left)) left = drop(left, blameOf(judge(joinSentences(left)).findings));
  if (offends(judge, left)) left = drop(left, () => unnamed);
  return { text: joinSentences(left), dropped: dropped.toSorted((a, b) => a.start - b.start) };
}

function offends(judge: Judge, sentences: readonly Sentence[]): boolean {
  return sentences.length > 0 && judge(joinSentences(sentences)).action !== "allow";
}

/** What the guard allows of a part: without what its surest finding touches, and so on; in the end nothing. */
function cleanPart(
  judge: Judge,
  part: readonly Sentence[],
  drop: (sentences: readonly Sentence[], blame: Blame) => readonly Sentence[],
): readonly Sentence[] {
  let left = part;
  let worst: readonly Sentence[] | undefined;
  for (let attempt = 0; attempt < maxTries && left.length > 0; attempt++) {
    const { action, findings } = judge(joinSentences(left));
    if (action === "allow") return left;
    const [surest = unnamed] = findings;
    const next = surest.reason === wholeWindow ? left : drop(left, blameOf([surest]));
    // Where only the whole is named, the sentence that is worst by itself may be what tips it.
    if (next.length === left.length) worst ??= byScore(judge, left);
    const worstLeft = worst?.find((sentence) => left.includes(sentence));
    left = next.length < left.length ? next : drop(left, (one) => (one === worstLeft ? surest : undefined));
  }
  return offends(judge, left) ? drop(left, () => unnamed) : left;
}

/** The worst first. */
function byScore(judge: Judge, sentences: readonly Sentence[]): readonly Sentence[] {
  const scored = sentences.map((sentence) => ({ sentence, score: judge(sentence.text).score }));
  return scored.toSorted((a, b) => b.score - a.score).map(({ sentence }) => sentence);
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
function withoutBlamed(
  sentences: readonly Sentence[],
  blame: Blame,
  dropped: Finding[],
): readonly Sentence[] {
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

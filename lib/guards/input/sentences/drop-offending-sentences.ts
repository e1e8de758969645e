import "server-only";
import { type JudgedFinding, shadowed } from "@/lib/protocol/finding";
import { guardInput, type InputJudgement } from "../guard-input";
import { unplacedReason } from "../input-guard";
import { joinSentences, partsOf, type Sentence, sentencesOf } from "./sentences";

type CleanedPassage = {
  readonly text: string;
  /** The sentences that were dropped; spans in the passage as it was given. */
  readonly dropped: readonly JudgedFinding[];
  /** What was noticed and stays, because its guard's mode lets it do no more; absent where there is none. */
  readonly noticed?: readonly JudgedFinding[];
};

type Judge = (text: string) => InputJudgement;
type Blame = (sentence: Sentence, start: number) => JudgedFinding | undefined;

/** UTF-16 units of what is judged by itself where the rest of a document still offends; where its first part ends. */
const partLength = 600;
const firstPartLengths = [partLength, partLength / 2];
/** So often a sentence is looked for in a part before all of it goes. */
const maxTries = 4;
const unnamed: JudgedFinding = {
  guard: "injection",
  reason: unplacedReason,
  start: 0,
  end: 0,
  action: "redact",
};

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
  const noticed = [...whole.findings.filter(({ action }) => action === "flag"), ...shadowed(whole.shadowed)];
  const stays = noticed.length > 0 ? { noticed } : {};
  if (whole.action !== "redact") return { text: passage, dropped: [], ...stays };
  const dropped: JudgedFinding[] = [];
  const drop = (sentences: readonly Sentence[], blame: Blame) => withoutBlamed(sentences, blame, dropped);

  const named = blameOf(objectionsOf(whole).filter(({ reason }) => reason !== unplacedReason));
  const sentences = sentencesOf(passage);
  let left = drop(sentences, (sentence, start) => named(sentence, start) ?? suspect(judge, sentence.text));
  // Suspicious as a whole, with no sentence to blame: the instruction lies in their being together.
  if (left.length === sentences.length) left = drop(left, () => objectionsOf(whole)[0] ?? unnamed);

  for (const firstLength of firstPartLengths)
    if (offends(judge, left))
      left = partsOf(left, firstLength, partLength).flatMap((part) => cleanPart(judge, part, drop));
  if (offends(judge, left)) left = drop(left, blameOf(objectionsOf(judge(joinSentences(left)))));
  if (offends(judge, left)) left = drop(left, () => unnamed);
  return { text: joinSentences(left), dropped: dropped.toSorted((a, b) => a.start - b.start), ...stays };
}

function offends(judge: Judge, sentences: readonly Sentence[]): boolean {
  return sentences.length > 0 && judge(joinSentences(sentences)).action === "redact";
}

/** What guards notice whose mode lets them take it out. */
function objectionsOf({ findings }: InputJudgement): readonly JudgedFinding[] {
  return findings.filter(({ action }) => action === "redact");
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
    const judgement = judge(joinSentences(left));
    if (judgement.action !== "redact") return left;
    const [surest = unnamed] = objectionsOf(judgement);
    const next = surest.reason === unplacedReason ? left : drop(left, blameOf([surest]));
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
function blameOf(findings: readonly JudgedFinding[]): Blame {
  return ({ text }, start) =>
    findings.find((finding) => finding.start < start + text.length && finding.end > start);
}

function suspect(judge: Judge, sentence: string): JudgedFinding | undefined {
  const judgement = judge(sentence);
  return judgement.action === "redact" ? (objectionsOf(judgement)[0] ?? unnamed) : undefined;
}

/** The sentences that are not blamed; the others are added to what was dropped. */
function withoutBlamed(
  sentences: readonly Sentence[],
  blame: Blame,
  dropped: JudgedFinding[],
): readonly Sentence[] {
  let at = 0;
  return sentences.filter((sentence) => {
    const start = at;
    at += sentence.text.length;
    const blamed = blame(sentence, start);
    if (blamed === undefined) return true;
    const { guard, reason } = blamed;
    dropped.push({
      guard,
      reason,
      start: sentence.start,
      end: sentence.start + sentence.text.length,
      action: "redact",
    });
    return false;
  });
}

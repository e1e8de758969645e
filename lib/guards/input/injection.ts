import "server-only";
import { injectionScores } from "@/lib/config/guardrails-input";
import type { Evidence } from "./classifier/dense-features";
import { gatherEvidence } from "./classifier/gather-evidence";
import { findGibberish } from "./classifier/gibberish";
import { inputModel } from "./classifier/input-model";
import type { LinearModel } from "./classifier/linear-model";
import { type ScoredWindow, scoreWindows } from "./classifier/score-windows";
import {
  type GuardOpinion,
  type InputContext,
  type InputGuard,
  type ScoredFinding,
  unplacedReason,
} from "./input-guard";
import { attackRules } from "./rules/attack-rules";
import { patternScore } from "./rules/pattern-score";
import { surfacePatterns } from "./rules/surface-patterns";
import { splitOverTurns } from "./split-over-turns";
import { canonicalViews, type TextView } from "./views/canonical-views";
import { toSourceSpan } from "./views/mapped-text";

const maxFindings = 12;

/** Attempts to take over the model, judged with the weights that ship. */
export const injection: InputGuard = {
  name: "injection",
  judge: (text, context) => judgeInjection(inputModel(), text, context),
};

/**
 * Every view of the text is judged by the rules and a classifier, window by window, and the worst counts. O(length).
 */
export function judgeInjection(model: LinearModel, text: string, context: InputContext): GuardOpinion {
  const judgeAlone = (joined: string) => judgeInjection(model, joined, { surface: context.surface }).score;
  // First, because of the views of several texts only the last ones are kept, which the guards behind this one read as well.
  const findings = splitOverTurns(text, context, judgeAlone);
  const gibberish = findGibberish(text);
  const { views, tooDeep } = canonicalViews(text);
  let score = 0;
  for (const view of views) {
    const opinion = judgeView(model, view, gibberish.score);
    score = Math.max(score, opinion.score);
    findings.push(...opinion.findings);
  }
  if (gibberish.score >= injectionScores.gibberishFrom)
    findings.push(named("gibberish-suffix", gibberish.start, gibberish.end, injectionScores.gibberish));
  if (tooDeep) findings.push(named("encoded-too-deep", 0, text.length, injectionScores.tooDeep));
  for (const finding of findings) score = Math.max(score, finding.score);
  return { score, findings: strongest(findings) };
}

function judgeView(model: LinearModel, view: TextView, gibberish: number): GuardOpinion {
  const evidence = gatherEvidence(view, gibberish);
  const findings: ScoredFinding[] = [];
  let score = 0;
  if (isGuess(view) && !evidence.hits.some(({ weight }) => weight >= injectionScores.tellingWeight))
    return { score, findings };
  const suspicion = suspicionOf(view);
  for (const window of scoreWindows(model, evidence)) {
    const sure = Math.max(window.score, patternScore(evidence, window));
    const suspected = lift(sure, suspicion);
    score = Math.max(score, suspected);
    if (suspected >= injectionScores.worthNaming)
      findings.push(...explain(view, evidence, window, suspected));
  }
  return { score, findings };
}

/** Of some scripts nobody can tell whether a text was turned around: turned, harmless words read like anything. */
function isGuess({ name, undone }: TextView): boolean {
  return name === "reversed" && undone === 0;
}

/** What having to be undone says about a view, in log-odds. */
function suspicionOf({ name, mixedWords, undone }: TextView): number {
  const { viewSuspicion, mixedScripts } = injectionScores;
  return viewSuspicion[name] * undone + (mixedWords >= 2 ? mixedScripts : 0);
}

/** A probability moved by so many units of log-odds. */
function lift(probability: number, by: number): number {
  if (by === 0 || probability <= 0 || probability >= 1) return probability;
  return 1 / (1 + Math.exp(-Math.log(probability / (1 - probability)) - by));
}

/** What in a window speaks for an attack: rules and patterns, or else the window itself. */
function explain(view: TextView, evidence: Evidence, window: ScoredWindow, score: number): ScoredFinding[] {
  const inside = ({ start, end }: { start: number; end: number }) =>
    start >= window.start && end <= window.end;
  const reasons = [
    ...evidence.hits.filter(inside).map(({ rule, start, end }) => ({ from: attackRules[rule], start, end })),
    ...evidence.patterns
      .filter(inside)
      .map(({ pattern, start, end }) => ({ from: surfacePatterns[pattern], start, end })),
  ].filter(({ from }) => (from?.weight ?? 0) >= injectionScores.minReasonWeight);
  if (reasons.length === 0) reasons.push({ from: undefined, start: window.start, end: window.end });
  return reasons.map(({ from, start, end }) => {
    const span = toSourceSpan(view, start, end);
    return named(from?.reason ?? unplacedReason, span.start, span.end, score);
  });
}

function named(reason: string, start: number, end: number, score: number): ScoredFinding {
  return { guard: "injection", reason, start, end, score };
}

/** The surest findings, each span and reason once. */
function strongest(findings: readonly ScoredFinding[]): ScoredFinding[] {
  const byPlace = new Map<string, ScoredFinding>();
  for (const finding of findings) {
    const key = `${finding.reason} ${finding.start} ${finding.end}`;
    if ((byPlace.get(key)?.score ?? -1) < finding.score) byPlace.set(key, finding);
  }
  return [...byPlace.values()].sort((a, b) => b.score - a.score || a.start - b.start).slice(0, maxFindings);
}

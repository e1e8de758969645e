import "server-only";
import {
  type GuardThresholds,
  inputJudgePolicies,
  transformerLabels,
  transformerWindows,
} from "@/lib/config/guardrails-input";
import { worseVerdict } from "@/lib/protocol/verdict";
import { verdictOf } from "../verdict-of";
import type { InputJudge, JudgeAnswer } from "./input-judge";
import { type ReadingWindow, readingWindows } from "./reading-windows";

/** A label of the configuration, and how sure a model is of it. */
type Prediction = { readonly label: string; readonly score: number };

/** A call to a text-classification server, made by the pipeline, which also keeps the record of it. */
type Classify = (text: string, signal: AbortSignal) => Promise<readonly Prediction[]>;

type ScoredWindow = ReadingWindow & { readonly score: number };

const attackLabels: ReadonlySet<string> = new Set(transformerLabels.attack);

/**
 * A text classifier on a server of one's own as a judge. It reads a long text in overlapping windows, side by side; the
 * worst counts. What was not judged, because a call failed or the text needs too many windows, throws, and so counts as
 * `onError`, unless what was found is worse than that.
 */
export function transformerJudge(classify: Classify): InputJudge {
  const policy = inputJudgePolicies.transformer;
  const read = async (text: string, { start, end }: ReadingWindow, signal: AbortSignal) => {
    // A window may cut a pair of surrogates in two, which servers refuse as broken JSON.
    const predictions = await classify(text.slice(start, end).toWellFormed(), signal);
    return { start, end, score: attackScoreOf(predictions) };
  };
  return {
    name: "transformer",
    policy,
    async judge(text, signal) {
      const { windows, isWhole } = readingWindows(text.length, transformerWindows);
      // None is left behind that would go on when the turn is closed.
      const outcomes = await Promise.allSettled(windows.map((window) => read(text, window, signal)));
      const failure = outcomes.find((outcome) => outcome.status === "rejected");
      const scored = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
      const thresholds = policy.thresholds;
      const answer = worstOf(scored, thresholds);
      if (isWhole && failure === undefined) return answer;
      const found = verdictOf(answer.score, thresholds);
      if (found !== "allow" && worseVerdict(found, policy.onError) === found) return answer;
      throw failure?.reason ?? new Error("The text is longer than the windows reach.");
    },
  };
}

function worstOf(windows: readonly ScoredWindow[], thresholds: GuardThresholds): JudgeAnswer {
  const findings = windows
    .filter(({ score }) => score >= thresholds.flag)
    .map(({ start, end }) => ({ guard: "transformer", reason: "judged-an-attack", start, end }));
  return { score: Math.max(0, ...windows.map(({ score }) => score)), findings };
}

/** Labels share a probability of 1. A server that names only the likeliest leaves the others the remainder. */
function attackScoreOf(predictions: readonly Prediction[]): number {
  const attacks = predictions.filter(({ label }) => attackLabels.has(label));
  const sum = (some: readonly Prediction[]) => some.reduce((total, { score }) => total + score, 0);
  return Math.min(1, Math.max(0, attacks.length > 0 ? sum(attacks) : 1 - sum(predictions)));
}

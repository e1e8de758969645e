import { isDeepStrictEqual } from "node:util";
import { outputGuardrails } from "@/lib/config/guardrails-output";
import type { OutputGuard } from "@/lib/guards/output/output-guard";
import { cutText, randomNumbers } from "./cut-text";
import { type Judged, judgeWith } from "./judge-text";

const maxSplitChars = 300;
const randomSplits = 24;
const placeholder = /^(?:\]? )?\([A-Za-z]+(?:\u00a0[A-Za-z]+)+\)/;

type Span = { readonly start: number; readonly end: number };

/**
 * Tries to break the promise of the output guard with one text: whatever the pieces, the bytes and findings are those
 * of one piece; no more than the bound is held; and nothing shown so far is ever taken back or holds a character of a
 * span that is redacted or blocked. Returns what was broken, or null.
 */
export function findBreach(text: string, makeGuard: () => OutputGuard, seed: number): string | null {
  const whole = judgeWith(makeGuard(), [text]);
  const cuts = [
    ...splitsOf(text, seed),
    cutText(text, "chars"),
    cutText(text, `random:${seed}`, 1),
    cutText(text, `random:${seed}`, 2),
  ];
  for (const pieces of cuts) {
    const judged = judgeWith(makeGuard(), pieces);
    if (judged.emitted !== whole.emitted)
      return `other bytes when cut into ${pieces.length}: ${pieces.map((piece) => piece.length).slice(0, 5)}`;
    if (judged.action !== whole.action) return "another action when cut";
    if (!isDeepStrictEqual(judged.findings, whole.findings)) return "other findings when cut";
    if (judged.heldMax > outputGuardrails.maxHeldChars) return `held ${judged.heldMax}`;
  }
  return findEarlyCharacter(text, makeGuard(), whole);
}

/** Every split in two for short texts, random ones for longer. */
function splitsOf(text: string, seed: number): string[][] {
  const random = randomNumbers(seed);
  const places =
    text.length <= maxSplitChars
      ? Array.from({ length: text.length + 1 }, (_, place) => place)
      : Array.from({ length: randomSplits }, () => Math.floor(random() * text.length));
  return places.map((place) => [text.slice(0, place), text.slice(place)]);
}

/**
 * Pushes character by character: what was shown is never taken back, and in the end it is the text without the gaps.
 */
function findEarlyCharacter(text: string, guard: OutputGuard, whole: Judged): string | null {
  let shown = "";
  for (const character of text.split("")) {
    shown += guard.push(character);
    if (!whole.emitted.startsWith(shown)) return "something shown was taken back";
  }
  return isTextWithoutGaps(text, whole)
    ? null
    : "a character of a span that was acted on was shown, or another was not";
}

/** Rebuilds from the findings alone what may be left of a text, and compares. */
function isTextWithoutGaps(text: string, { emitted, findings }: Judged): boolean {
  const blocks = findings.filter(({ action }) => action === "block");
  const end = Math.min(text.length, ...blocks.map(({ start }) => start));
  const gaps = mergeSpans(findings.filter(({ action }) => action === "redact")).filter(
    ({ start }) => start < end,
  );
  const matches = (at: number, from: number, rest: string): boolean => {
    const gap = gaps[at];
    if (!gap) return rest === text.slice(from, Math.max(from, end));
    const kept = text.slice(from, gap.start);
    if (!rest.startsWith(kept)) return false;
    const behind = rest.slice(kept.length);
    // What looks like a replacement may be the text's own, behind a gap that was filled with nothing.
    const replaced = placeholder.exec(behind)?.[0].length ?? 0;
    return (
      matches(at + 1, gap.end, behind.slice(replaced)) || (replaced > 0 && matches(at + 1, gap.end, behind))
    );
  };
  return matches(0, 0, emitted);
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

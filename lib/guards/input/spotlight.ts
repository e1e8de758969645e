import "server-only";
import { spotlightWords } from "@/lib/config/guardrails-input";
import { type JudgedFinding, shadowed } from "@/lib/protocol/finding";
import { guardInput } from "./guard-input";
import type { InputContext } from "./input-guard";

const marker = "\u02c6";

type Spotlight = {
  /** To be put into the prompt once, before the passages. */
  readonly instruction: string;
  /** The passage as the model gets it. */
  readonly text: string;
};

/**
 * A retrieved passage, marked so that the model can tell it from instructions: fenced by a delimiter that its author
 * could not guess, and with a mark in the place of every blank (datamarking, Hines et al. 2024, "Defending against
 * indirect prompt injection attacks with spotlighting"). `nonce` is random, letters and digits, one per request.
 */
export function spotlight(passage: string, nonce: string): Spotlight {
  const marked = passage
    .replaceAll(nonce, "")
    .replaceAll(marker, "^")
    .replace(/[^\S\n]+/g, marker);
  return {
    instruction: spotlightWords.instruction.replaceAll("{nonce}", nonce).replaceAll("{mark}", marker),
    text: `<data-${nonce}>\n${marked}\n</data-${nonce}>`,
  };
}

type CleanedPassage = {
  readonly text: string;
  /** The sentences that were dropped; spans in the passage as it was given. */
  readonly dropped: readonly JudgedFinding[];
  /** What was noticed and stays, because its guard's mode lets it do no more; absent where there is none. */
  readonly noticed?: readonly JudgedFinding[];
};

/**
 * A document without the sentences that try to instruct the model; the rest stays as it is, byte for byte. Judges the
 * whole first, and single sentences only where the whole is suspicious.
 */
export function dropOffendingSentences(passage: string, surface: "document" | "attachment"): CleanedPassage {
  const context = { surface };
  const whole = guardInput(passage, context);
  const noticed = [...whole.findings.filter(({ action }) => action === "flag"), ...shadowed(whole.shadowed)];
  const stays = noticed.length > 0 ? { noticed } : {};
  if (whole.action !== "redact") return { text: passage, dropped: [], ...stays };
  const dropped: JudgedFinding[] = [];
  let kept = "";
  for (const { segment, index } of new Intl.Segmenter("und", { granularity: "sentence" }).segment(passage)) {
    const end = index + segment.length;
    const named = whole.findings.find(
      (finding) =>
        finding.action === "redact" &&
        finding.reason !== "reads-like-an-attack" &&
        finding.start < end &&
        finding.end > index,
    );
    const own = named ?? suspect(segment, context);
    if (own === undefined) kept += segment;
    else dropped.push({ ...own, start: index, end });
  }
  // Suspicious as a whole, with no sentence to blame: the instruction lies in their being together.
  if (dropped.length === 0)
    return {
      text: "",
      dropped: whole.findings
        .filter(({ action }) => action === "redact")
        .map((finding) => ({ ...finding, start: 0, end: passage.length })),
      ...stays,
    };
  return { text: kept, dropped, ...stays };
}

function suspect(sentence: string, context: Pick<InputContext, "surface">): JudgedFinding | undefined {
  return guardInput(sentence, context).findings.find(({ action }) => action === "redact");
}

import "server-only";
import { type Echoes, findEchoes } from "./echo-detector";
import { foldText } from "./fold";
import { findPlantedValues } from "./planted-values";
import { findQuotedSpans, type QuotedSpan } from "./quoted-spans";
import { ShingleIndex } from "./shingles";

/** What has to be known of our own instructions to recognise them in an answer. */
export type Instructions = {
  readonly shingles: ShingleIndex;
  /** Values named as secret in them, or drawn by a machine. */
  readonly plantedValues: readonly string[];
  readonly echoes: Echoes;
};

const maxRemembered = 8;
const remembered = new Map<string, Instructions>();

/** Reads instructions; the last few are remembered, because every turn has the same ones. */
export function readInstructions(systemPrompt: string): Instructions {
  const known = remembered.get(systemPrompt);
  if (known) return known;
  const spans = findQuotedSpans(systemPrompt);
  const passages = withoutReplies(systemPrompt, spans);
  const cues = spans.filter(({ use }) => use === "cue" || use === "secret").map(({ value }) => value);
  const instructions = {
    shingles: new ShingleIndex(passages.map(foldText).join("\n")),
    plantedValues: findPlantedValues(systemPrompt, spans),
    echoes: findEchoes(passages, cues),
  };
  const oldest = remembered.size >= maxRemembered ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(systemPrompt, instructions);
  return instructions;
}

/** Cuts out the replies that instructions tell the model to give: saying those is obeying, not leaking. */
function withoutReplies(systemPrompt: string, spans: readonly QuotedSpan[]): string[] {
  const passages: string[] = [];
  let from = 0;
  for (const { start, end } of spans.filter(({ use }) => use === "reply")) {
    passages.push(systemPrompt.slice(from, start));
    from = end;
  }
  return [...passages, systemPrompt.slice(from)].filter((passage) => passage.trim() !== "");
}

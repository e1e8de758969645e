import "server-only";
import { foldText } from "./fold";
import { findPlantedValues } from "./planted-values";
import { ShingleIndex } from "./shingles";

/** What has to be known of our own instructions to recognise them in an answer. */
export type Instructions = {
  readonly shingles: ShingleIndex;
  /** Values named as secret in them, or drawn by a machine. */
  readonly plantedValues: readonly string[];
  /** The words that count, with a gap where a reply is given that the model is told to use. */
  readonly passages: readonly string[];
};

const maxRemembered = 8;
const remembered = new Map<string, Instructions>();

/** Reads instructions; the last few are remembered, because every turn has the same ones. */
export function readInstructions(systemPrompt: string): Instructions {
  const known = remembered.get(systemPrompt);
  if (known) return known;
  const passages = withoutReplies(systemPrompt);
  const instructions = {
    shingles: new ShingleIndex(passages.map(foldText).join("\n")),
    plantedValues: findPlantedValues(systemPrompt),
    passages,
  };
  const oldest = remembered.size >= maxRemembered ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(systemPrompt, instructions);
  return instructions;
}

const reply =
  /\b(?:say|says|reply|respond|answer|output|print|write|return|phrase)\b[^\n"“‘'`.]{0,40}(?:"[^"\n]{2,300}"|“[^”\n]{2,300}”|'[^'\n]{2,300}'(?!\w)|‘[^’\n]{2,300}’|`[^`\n]{2,300}`)/giu;

/** Cuts out the replies that instructions tell the model to give: saying those is obeying, not leaking. */
function withoutReplies(systemPrompt: string): string[] {
  return systemPrompt.split(reply).filter((passage) => passage.trim() !== "");
}

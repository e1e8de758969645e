import { type TrainingExample, toExamples } from "./fit-model";
import { generateExamples } from "./generate/generate-examples";
import type { LabelledRow } from "./read-rows";

/** Sources whose licence allows training what ships, by a part of their name; all others only test. */
export const licensedSources: Readonly<Record<string, string>> = {
  "deepset/prompt-injections": "Apache-2.0",
  "verazuo/jailbreak_llms": "MIT",
  "microsoft/BIPIA": "MIT (tables and StackOverflow text CC-BY-SA)",
  "PurpleLlama CyberSecEval FRR": "MIT",
  "lmarena/arena-hard-auto": "Apache-2.0",
  "f/awesome-chatgpt-prompts": "CC0-1.0",
  "PolyAI-LDN/task-specific-datasets banking77": "CC-BY-4.0",
  "google-deepmind/xquad": "CC-BY-SA-4.0",
};

/** Whether a row may teach the weights that ship. */
export function isLicensed({ source }: Pick<LabelledRow, "source">): boolean {
  return Object.keys(licensedSources).some((name) => source.includes(name));
}

/** Attacks that only their application or a moderator could tell are no examples of what this guard looks for. */
export function teaches({ label, tier, text }: LabelledRow): boolean {
  if (label === "benign") return true;
  return tier === "core" || (tier === "indirect" && text.length > 0);
}

export const trainingSettings = {
  /** Generated attacks, and as many benign tries. */
  generated: 12_000,
  weights: { attack: 2, indirect: 0.3, benign: 1, generatedAttack: 1, generatedBenign: 1 },
  maxWindows: 6,
} as const;

/** The examples of rows; long texts give several windows that share one weight. */
export function rowExamples(rows: readonly LabelledRow[]): TrainingExample[] {
  const { weights, maxWindows } = trainingSettings;
  return rows.filter(teaches).flatMap((row) => {
    if (row.label === "benign") return toExamples(row.text, 0, weights.benign, maxWindows);
    return toExamples(row.text, 1, row.tier === "indirect" ? weights.indirect : weights.attack, maxWindows);
  });
}

/** What the generator adds to every training. */
export function generatedExamples(count: number = trainingSettings.generated): TrainingExample[] {
  const { weights } = trainingSettings;
  return generateExamples(count).flatMap(({ text, label }) =>
    toExamples(
      text,
      label === "attack" ? 1 : 0,
      label === "attack" ? weights.generatedAttack : weights.generatedBenign,
      3,
    ),
  );
}

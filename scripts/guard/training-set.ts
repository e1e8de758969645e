import { pick, seededRandom } from "./generate/expand";
import { generateExamples } from "./generate/generate-examples";
import { readExamples } from "./read-examples";
import type { LabelledRow } from "./read-rows";
import { type TrainingExample, toExamples } from "./to-examples";

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

/** Rows of our own that teach; those in `held-out` beside it never do. */
export const examplesFolder = "scripts/guard/examples/taught";

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
  generated: 140_000,
  weights: {
    attack: 2,
    indirect: 0.7,
    benign: 2,
    generatedAttack: 1,
    generatedBenign: 0.5,
    writtenAttack: 3,
    writtenBenign: 1.5,
    sentence: 1,
    embedded: 1,
  },
  maxWindows: 6,
  sentencesPerRow: 6,
  embedded: 3_000,
  seed: 5,
} as const;

/** The examples of rows; long texts give several windows that share one weight. */
export function rowExamples(rows: readonly LabelledRow[]): TrainingExample[] {
  const { weights, maxWindows } = trainingSettings;
  return rows.filter(teaches).flatMap((row) => {
    if (row.label === "benign") return toExamples(row.text, 0, weights.benign, maxWindows);
    return toExamples(row.text, 1, row.tier === "indirect" ? weights.indirect : weights.attack, maxWindows);
  });
}

/** Good texts in pieces of a sentence or two, because people also write short: most rows are long or questions. */
export function sentenceExamples(rows: readonly LabelledRow[]): TrainingExample[] {
  const { weights, sentencesPerRow } = trainingSettings;
  return benignSentences(rows, sentencesPerRow).flatMap((text) => toExamples(text, 0, weights.sentence, 1));
}

/** Generated attacks between sentences of good rows: what stands around an attack must not hide it. */
export function embeddedExamples(rows: readonly LabelledRow[]): TrainingExample[] {
  const { weights, embedded, seed } = trainingSettings;
  const random = seededRandom(seed);
  const carriers = benignSentences(rows, 2).filter((text) => text.length < 300);
  const attacks = generateExamples(embedded).filter(
    ({ label, family }) => label === "attack" && family !== "gibberish",
  );
  if (carriers.length === 0) return [];
  return attacks.slice(0, embedded).flatMap(({ text }) => {
    const before = pick(carriers, random);
    const after = random() < 0.4 ? ` ${pick(carriers, random)}` : "";
    return toExamples(
      `${before}${pick([" ", "\n", ". ", "\n\n"], random)}${text}${after}`,
      1,
      weights.embedded,
      2,
    );
  });
}

/** The examples that were written for this, not generated. */
export function writtenExamples(): TrainingExample[] {
  const { writtenAttack, writtenBenign } = trainingSettings.weights;
  return readExamples(examplesFolder).flatMap(({ text, label }) =>
    label === "attack" ? toExamples(text, 1, writtenAttack, 3) : toExamples(text, 0, writtenBenign, 3),
  );
}

function benignSentences(rows: readonly LabelledRow[], most: number): string[] {
  return rows
    .filter(({ label, text }) => label === "benign" && text.length > 160)
    .flatMap(({ text }) => {
      const sentences = text
        .split(/(?<=[.!?。！？؟])\s+|\n+/)
        .filter((sentence) => sentence.length >= 15 && sentence.length <= 400);
      return sentences
        .filter((_, index) => index % Math.max(1, Math.floor(sentences.length / most)) === 0)
        .slice(0, most);
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

import type { LinearModel } from "@/lib/guards/input/classifier/linear-model";
import { fitSettings } from "./fit-model";
import { readExamples } from "./read-examples";
import type { LabelledRow } from "./read-rows";
import { examplesFolder, licensedSources, teaches, trainingSettings } from "./training-set";

/** What the weights are made of, as Markdown. Figures of how good they are come from the bench, not from here. */
export function describeModel(
  rows: readonly LabelledRow[],
  generatedWindows: number,
  model: LinearModel,
): string {
  const used = Object.entries(licensedSources).map(([name, licence]) => {
    const own = rows.filter(({ source }) => source.includes(name)).filter(teaches);
    const attacks = own.filter(({ label }) => label === "attack").length;
    return `| ${name} | ${licence} | ${attacks} | ${own.length - attacks} |`;
  });
  const written = readExamples(examplesFolder);
  const writtenAttacks = written.filter(({ label }) => label === "attack").length;
  const languages = [...new Set(written.map(({ lang }) => lang))].sort();
  const filled = model.buckets.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0);
  return `# The weights of the input guard

Logistic regression over hashed letter n-grams (3 to 5 within words), words, pairs and triples of words, and named
features (rules, patterns, concepts and pairs of them). ${model.buckets.length} buckets of int8 (${filled} not zero), ${model.dense.length} named weights, as float.
Made by \`npm run guard:train -- --data PATH\`; the same data gives the same weights.

| source | licence | attacks | good |
|---|---|---|---|
${used.join("\n")}
| written for this (\`${examplesFolder}\`) | ours | ${writtenAttacks} | ${written.length - writtenAttacks} |
| our generator (\`scripts/guard/generate\`) | ours | ${generatedWindows} windows of both kinds | |

Sources whose licence is unknown are never trained on; they only measure how well this generalises. How good it is:
\`knowledge/guards-input.md\`, by \`npm run guard:bench\`.

Settings: ${JSON.stringify({ fit: fitSettings, set: trainingSettings })}

Meant for: deciding, with the rules, whether a text tries to take over the model it is sent to. Not meant for: whether
a topic is harmful, or whether a person is. Languages of the written examples: ${languages.join(", ")}. English is known
best by far; languages with few examples rest on the words of the rules. Labels of the sources are noisy.
`;
}

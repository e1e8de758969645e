import { writeFileSync } from "node:fs";
import { denseFeatureNames } from "@/lib/guards/input/classifier/dense-features";
import type { LinearModel } from "@/lib/guards/input/classifier/linear-model";

const lineLength = 100;

/** Writes a model as the module that ships. */
export function writeWeights(path: string, model: LinearModel): void {
  const encoded = Buffer.from(model.buckets.buffer).toString("base64");
  const lines = encoded.match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
  const dense = denseFeatureNames.map(
    (name, index) => `    ${quoted(name)}: ${Number((model.dense[index] ?? 0).toFixed(5))},`,
  );
  writeFileSync(
    path,
    [
      'import "server-only";',
      'import type { StoredModel } from "./linear-model";',
      "",
      "/** Made by `npm run guard:train`; see model-card.md. */",
      "export const weights: StoredModel = {",
      `  bias: ${Number(model.bias.toFixed(5))},`,
      `  scale: ${model.scale.toPrecision(8)},`,
      "  dense: {",
      ...dense,
      "  },",
      "  buckets: [",
      ...lines.map((line) => `    "${line}",`),
      '  ].join(""),',
      "};",
      "",
    ].join("\n"),
  );
}

/** A key as the formatter wants it: quoted only where it must be. */
function quoted(name: string): string {
  return /^[a-z]+$/.test(name) ? name : JSON.stringify(name);
}

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fitModel, fitSettings } from "./fit-model";
import { describeModel } from "./model-card";
import { readRows } from "./read-rows";
import {
  embeddedExamples,
  generatedExamples,
  isLicensed,
  rowExamples,
  sentenceExamples,
  writtenExamples,
} from "./training-set";
import { writeWeights } from "./write-weights";

const folder = "lib/guards/input/classifier";

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (values.data === undefined) {
  console.error("usage: npm run guard:train -- --data PATH (JSON lines of labelled prompts, .gz or not)");
  process.exit(2);
}
const rows = readRows(values.data).filter(isLicensed);
const fromRows = rowExamples(rows);
const generated = generatedExamples();
const written = writtenExamples();
const model = fitModel(
  [...fromRows, ...sentenceExamples(rows), ...embeddedExamples(rows), ...generated, ...written],
  fitSettings,
);
writeWeights(`${folder}/weights.ts`, model);
writeFileSync(`${folder}/model-card.md`, describeModel(rows, generated.length, model));
console.log(
  `trained on ${fromRows.length} windows of ${rows.length} rows, ${written.length} of written examples and ${generated.length} of the generator`,
);

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { inputGuardPolicies } from "@/lib/config/guardrails-input";
import { inputModel } from "@/lib/guards/input/classifier/input-model";
import type { LinearModel } from "@/lib/guards/input/classifier/linear-model";
import { canonicalViews } from "@/lib/guards/input/views/canonical-views";
import { catches, countBy, type JudgedRow, judgeRows, type Share } from "./bench/judge-rows";
import { measureGibberish } from "./bench/measure-gibberish";
import { measureLatency } from "./bench/measure-latency";
import { transformations } from "./bench/obfuscate";
import { fitModel } from "./fit-model";
import { readHeldOut } from "./read-held-out";
import { type LabelledRow, readRows, stableHash } from "./read-rows";
import {
  embeddedExamples,
  generatedExamples,
  isLicensed,
  rowExamples,
  sentenceExamples,
  writtenExamples,
} from "./training-set";

const folds = 5;
const obfuscated = { most: 600, minLength: 20, maxLength: 400 };

const tierOf = ({ label, tier }: LabelledRow) => `${label} ${tier}`;
const groupings = {
  tier: tierOf,
  source: (row: LabelledRow) => `${row.source} · ${tierOf(row)}`,
  language: (row: LabelledRow) => `${row.lang} · ${row.label}${row.tier === "core" ? " core" : ""}`,
};

const { values } = parseArgs({
  options: { data: { type: "string" }, out: { type: "string", default: ".data/guard-bench-input.json" } },
});
if (values.data === undefined) {
  console.error("usage: npm run guard:bench -- --data PATH [--out FILE]");
  process.exit(2);
}
const rows = readRows(values.data);
const licensed = rows.filter(isLicensed);
const ours = [...generatedExamples(), ...writtenExamples()];
const examples = new Map(licensed.map((row) => [row, [...rowExamples([row]), ...sentenceExamples([row])]]));
const learn = (from: readonly LabelledRow[]): LinearModel =>
  fitModel([...ours, ...from.flatMap((row) => examples.get(row) ?? []), ...embeddedExamples(from)]);

/** Rows of sources the weights never saw, with the weights that ship. */
const unseen = judgeRows(
  inputModel(),
  rows.filter((row) => !isLicensed(row)),
);
const crossValidated = Array.from({ length: folds }, (_, fold) => {
  const inFold = (row: LabelledRow) => stableHash(row.id) % folds === fold;
  return judgeRows(learn(licensed.filter((row) => !inFold(row))), licensed.filter(inFold));
}).flat();
const sources = [...new Set(licensed.map(({ source }) => source))];
const leftOut = sources.flatMap((source) =>
  judgeRows(
    learn(licensed.filter((row) => row.source !== source)),
    licensed.filter((row) => row.source === source),
  ),
);

const sections = {
  "cross-validation": [...unseen, ...crossValidated],
  "leave one source out": [...unseen, ...leftOut],
  "held out": judgeRows(inputModel(), readHeldOut()),
};
const figures = {
  thresholds: inputGuardPolicies.injection.thresholds.user,
  sections: Object.fromEntries(
    Object.entries(sections).map(([name, judged]) => [
      name,
      Object.fromEntries(Object.entries(groupings).map(([by, groupOf]) => [by, countBy(judged, groupOf)])),
    ]),
  ),
  obfuscation: measureObfuscation(unseen),
  gibberish: measureGibberish(rows),
  latency: measureLatency(rows),
};

for (const [name, tables] of Object.entries(figures.sections))
  for (const [by, shares] of Object.entries(tables)) printShares(`${name}, by ${by}`, shares);
printShares("share of recall kept under obfuscation", figures.obfuscation);
printShares("caught", [figures.gibberish]);
console.log("\nlatency of one judgement");
for (const { bytes, p50Ms, p99Ms } of figures.latency)
  console.log(`${bytes} B`.padEnd(12), `p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify(figures, null, 2)}\n`);
console.log(`\nwritten to ${values.out}`);

/** Of attacks that are caught as they are, and are not disguised already, how many still are when they are disguised. */
function measureObfuscation(judged: readonly JudgedRow[]): Share[] {
  const attacks = judged
    .filter(({ row, caught }) => caught && row.label === "attack" && row.tier === "core" && row.lang === "en")
    .map(({ row }) => row.text)
    .filter((text) => text.length >= obfuscated.minLength && text.length <= obfuscated.maxLength)
    .filter((text) => canonicalViews(text).views.length === 1 && !/[^\x20-\x7e\n]/.test(text))
    .sort((a, b) => stableHash(a) - stableHash(b))
    .slice(0, obfuscated.most);
  return transformations.map(({ name, apply }) => ({
    group: name,
    rows: attacks.length,
    caught: attacks.filter((text) => catches(inputModel(), apply(text))).length,
  }));
}

function printShares(title: string, shares: readonly Share[]): void {
  console.log(`\n${title}`);
  for (const { group, rows: count, caught } of shares)
    console.log(
      group.padEnd(84),
      String(count).padStart(6),
      `${((caught / count) * 100).toFixed(2)} %`.padStart(9),
    );
}

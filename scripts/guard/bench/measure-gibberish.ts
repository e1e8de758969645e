import { inputModel } from "@/lib/guards/input/classifier/input-model";
import { pick, seededRandom } from "../generate/expand";
import { gibberishSuffix } from "../generate/gibberish-suffix";
import type { LabelledRow } from "../read-rows";
import { catches, type Share } from "./judge-rows";

const suffixes = 500;
const maxRequestLength = 200;
/** Not the seed of the examples that teach. */
const seed = 31;

/** Of harmless English requests with an optimised suffix of our own making behind them, how many are caught. */
export function measureGibberish(rows: readonly LabelledRow[]): Share {
  const random = seededRandom(seed);
  const requests = rows
    .filter(({ label, tier, lang }) => label === "benign" && tier === "plain" && lang === "en")
    .map(({ text }) => text)
    .filter((text) => text.length <= maxRequestLength);
  const texts = Array.from(
    { length: suffixes },
    () => `${pick(requests, random)} ${gibberishSuffix(random)}`,
  );
  const caught = texts.filter((text) => catches(inputModel(), text)).length;
  return { group: "gibberish suffixes", rows: texts.length, caught };
}

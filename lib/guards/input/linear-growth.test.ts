import { describe, expect, it } from "vitest";
import { scanNgrams } from "./classifier/ngrams";
import { windowsOf } from "./classifier/windows";
import { findMentions } from "./rules/phrase-trie";
import { canonicalViews } from "./views/canonical-views";

/** Texts that are made to be slow: each repeats what one of the layers looks for. */
const units = [
  "a",
  "i ",
  "i.",
  "\\a",
  "%41",
  "&#65;",
  "41 ",
  "1gn0r3 ",
  "\u200b",
  "ﷺ",
  "а",
  "QUFB",
  "ignore all previous ",
];

/** What the layers have to do for a text, counted: units read in all views, n-grams, mentions, windows. */
function operations(text: string): number {
  let count = 0;
  for (const view of canonicalViews(text).views) {
    count += view.text.length + windowsOf(view.text.length).length;
    scanNgrams(view.text, () => {
      count++;
    });
    for (const { starts } of findMentions(view.text, view.unbounded)) count += starts.length;
  }
  return count;
}

describe("the input guard's work", () => {
  it.each(units)("grows with the length and no faster, for %j", (unit) => {
    const short = operations(unit.repeat(Math.ceil(2_000 / unit.length)));
    const long = operations(unit.repeat(Math.ceil(16_000 / unit.length)));
    expect(long).toBeLessThanOrEqual(short * 8 * 1.25 + 1_000);
  });
});

import "server-only";
import { inputLimits } from "@/lib/config/guardrails-input";
import type { InputGuard, ScoredFinding } from "../input-guard";
import { findFlood } from "./find-flood";

const { scores } = inputLimits;

const control = /[\p{Cc}--[\t\n\v\f\r\x85]]/gv;
const suspicious = /[[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u{e0000}-\u{e007f}\p{Cc}]--[\t\n\v\f\r\x85]]/v;
/** Joiners are spelling in these scripts and glue in emoji. */
const joinerHome =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Hebrew}\p{Emoji}]/u;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g;
const blank = /^\s?$/;
/** Flags of regions are a black flag and at most six tags. */
const tags =
  /(?<![\u{1f3f4}\u{e0020}-\u{e007e}])[\u{e0020}-\u{e007e}]{3,}|\u{1f3f4}[\u{e0020}-\u{e007e}]{7,}/u;

const finding = (reason: string, start: number, end: number, score: number): ScoredFinding => ({
  guard: "limits",
  reason,
  start,
  end,
  score,
});

/**
 * Length, control characters, invisible characters, tag characters that hide text, repetition floods. One pass over
 * the text for each; the passes after the first run only where a cheap test says that they could find something.
 */
export const limits: InputGuard = {
  name: "limits",
  judge(text, context) {
    const findings: ScoredFinding[] = [];
    const max = inputLimits.maxLength[context.surface];
    if (text.length > max) findings.push(finding("too-long", max, text.length, scores.tooLong));
    if (suspicious.test(text)) findings.push(...findUnseen(text));
    const flood = findFlood(text, inputLimits.floodPeriod, inputLimits.floodLength);
    if (flood !== null) findings.push(finding("repetition-flood", flood.start, flood.end, scores.flood));
    return { score: findings.reduce((worst, { score }) => Math.max(worst, score), 0), findings };
  },
};

function findUnseen(text: string): ScoredFinding[] {
  const findings: ScoredFinding[] = [];
  const controls = [...text.matchAll(control)];
  const [first] = controls;
  if (
    first &&
    controls.length >= inputLimits.controlCount &&
    controls.length / text.length >= inputLimits.controlShare
  )
    findings.push(
      finding("control-characters", first.index, (controls.at(-1) ?? first).index + 1, scores.control),
    );

  const hidden = [...text.matchAll(invisible)].filter(
    ({ index }) => !(isAtHome(text, index) || standsAlone(text, index)),
  );
  const [firstHidden] = hidden;
  if (firstHidden && hidden.length >= inputLimits.invisibleCount)
    findings.push(
      finding(
        "invisible-characters",
        firstHidden.index,
        (hidden.at(-1) ?? firstHidden).index + 1,
        scores.invisible,
      ),
    );

  const tagged = tags.exec(text);
  if (tagged)
    findings.push(finding("hidden-tags", tagged.index, tagged.index + tagged[0].length, scores.hiddenTags));
  return findings;
}

function isAtHome(text: string, index: number): boolean {
  const around = text.slice(Math.max(0, index - 2), index + 3).replace(/[\d#*]/g, "");
  return joinerHome.test(around);
}

/** Between blanks: formulas copied from a page are full of them, and there they take no word apart and spell nothing. */
function standsAlone(text: string, index: number): boolean {
  return blank.test(text.charAt(index - 1)) && blank.test(text.charAt(index + 1));
}

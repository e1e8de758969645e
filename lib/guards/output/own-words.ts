import "server-only";
import { plainText } from "./personal-data/plain-code";

type Typed = { readonly text: string; readonly ungrouped: string; readonly numbers: ReadonlySet<string> };

/** So many letters and digits in a row are the same value, however they are grouped: an account, a card. */
const minGroupedChars = 15;
const separators = /[\s-]+/g;

/**
 * Says whether a person typed a value in this chat: as it is, or, for numbers and accounts, with other separators.
 * Saying back what somebody has said themselves tells nobody anything.
 */
export function createOwnWords(userTexts: readonly string[]): (value: string) => boolean {
  let typed: Typed | null = null;
  return (said) => {
    // Read at the first finding: most answers have none.
    typed ??= readTyped(userTexts);
    if (typed.text === "") return false;
    const value = plainText(said).toLowerCase();
    const ungrouped = value.replace(separators, "");
    if (ungrouped.length >= minGroupedChars && typed.ungrouped.includes(ungrouped)) return true;
    const digits = value.replace(/\D/g, "");
    const isNumber = digits.length >= 6 && /^[+\d\s().\-/x]+$/.test(value);
    return typed.text.includes(value) || (isNumber && typed.numbers.has(digits));
  };
}

function readTyped(userTexts: readonly string[]): Typed {
  const text = plainText(userTexts.join("\n")).toLowerCase();
  const runs = [...text.matchAll(/\d(?:[\d\s().\-/]{0,60}\d)?/g)];
  return {
    text,
    ungrouped: text.replace(separators, ""),
    numbers: new Set(runs.map(([run]) => run.replace(/\D/g, ""))),
  };
}

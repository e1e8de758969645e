import "server-only";

/**
 * Says whether a person typed a value in this chat: as it is, or, for numbers, with other separators. Saying back what
 * somebody has said themselves tells nobody anything.
 */
export function createOwnWords(userTexts: readonly string[]): (value: string) => boolean {
  const typed = userTexts.join("\n").toLowerCase();
  const numbers = new Set(
    [...typed.matchAll(/\d(?:[\d\s().\-/]{0,60}\d)?/g)].map(([run]) => run.replace(/\D/g, "")),
  );
  return (value) => {
    if (typed === "") return false;
    const digits = value.replace(/\D/g, "");
    const isNumber = digits.length >= 6 && /^[+\d\s().\-/x]+$/.test(value);
    return typed.includes(value.toLowerCase()) || (isNumber && numbers.has(digits));
  };
}

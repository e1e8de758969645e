import "server-only";
import { plainDigit } from "../../plain-digit";

/** What stands in numbers for a digit, a hyphen or a space, as ASCII has it: typesetting and scripts have their own. */
export function plainCode(code: number): number {
  if (code < 0xa0) return code;
  // No-break hyphen and its neighbours; not the dash, which stands between two numbers.
  if (code >= 0x2010 && code <= 0x2012) return 45;
  if (code === 0xa0 || code === 0x2007 || code === 0x2009 || code === 0x202f) return 32;
  return plainDigit(code);
}

/** A text of the same length with plain digits, hyphens and spaces. */
export function plainText(text: string): string {
  return text.replace(/[^\0-\x9f]/g, (character) => String.fromCharCode(plainCode(character.charCodeAt(0))));
}

import "server-only";
import { plainDigit } from "../../plain-digit";

const other =
  /[\u00a0\u00ad\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u2000-\u200b\u2010-\u2015\u202f\u205f\u2060\u2212\u3000\ufeff\uff01-\uff5e]/g;
const fullWidthOffset = 0xfee0;
/** Soft hyphen, zero-width space, word joiner and zero-width no-break space: where copied text may break, or may not. */
const unseen: ReadonlySet<number> = new Set([0x00ad, 0x200b, 0x2060, 0xfeff]);

/**
 * The text with the digits, letters, spaces and hyphens of other alphabets and of typesetters as a keyboard has them; what
 * typesetters put between and nobody sees is a hyphen.
 * Of the same length: spans in it are spans in the text. O(length).
 */
export function plainSpelling(text: string): string {
  return text.replace(other, plainOf);
}

function plainOf(sign: string): string {
  const code = sign.charCodeAt(0);
  const digit = plainDigit(code);
  if (digit !== code) return String.fromCharCode(digit);
  if (unseen.has(code)) return "-";
  if (code >= 0xff01) return String.fromCharCode(code - fullWidthOffset);
  return code === 0x2212 || (code >= 0x2010 && code <= 0x2015) ? "-" : " ";
}

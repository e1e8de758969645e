import "server-only";

const other =
  /[\u00a0\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2000-\u200a\u2010-\u2015\u202f\u205f\u2212\u3000\uff01-\uff5e]/g;
/** Where the digits of other scripts begin. */
const zeros = [0x0660, 0x06f0, 0x0966];
const fullWidthOffset = 0xfee0;

/**
 * The text with the digits, letters, spaces and hyphens of other alphabets and of typesetters as a keyboard has them.
 * Of the same length: spans in it are spans in the text. O(length).
 */
export function plainSpelling(text: string): string {
  return text.replace(other, plainOf);
}

function plainOf(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  if (code >= 0xff01) return String.fromCharCode(code - fullWidthOffset);
  return code === 0x2212 || (code >= 0x2010 && code <= 0x2015) ? "-" : " ";
}

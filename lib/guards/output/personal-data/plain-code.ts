import "server-only";

// Arabic, Persian, Devanagari, Bengali and full-width digits: each block has its ten in a row.
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** What stands in numbers for a digit, a hyphen or a space, as ASCII has it: typesetting and scripts have their own. */
export function plainCode(code: number): number {
  if (code < 0xa0) return code;
  // No-break hyphen and its neighbours; not the dash, which stands between two numbers.
  if (code >= 0x2010 && code <= 0x2012) return 45;
  if (code === 0xa0 || code === 0x2007 || code === 0x2009 || code === 0x202f) return 32;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? code : code - zero + 48;
}

/** A text of the same length with plain digits, hyphens and spaces. */
export function plainText(text: string): string {
  return text.replace(/[^\0-\x9f]/g, (character) => String.fromCharCode(plainCode(character.charCodeAt(0))));
}

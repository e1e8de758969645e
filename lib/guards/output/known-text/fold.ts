import "server-only";

// Digits that stand for letters in disguised words.
const asLetter: Readonly<Record<number, number>> = { 48: 111, 49: 105, 51: 101, 52: 97, 53: 115, 55: 116 };

/**
 * The character that counts when texts are compared: small letters, digits as the letters they look like. 0 for what
 * doesn't count: spaces, punctuation, marks, invisible characters.
 */
export function foldCode(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return asLetter[code] ?? code;
  if (code < 0xaa) return 0;
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const character = String.fromCharCode(code).normalize("NFKD").toLowerCase();
  const first = character.charCodeAt(0);
  if (first < 0xaa) return foldCode(first);
  return /^[\p{L}\p{N}]/u.test(character) ? first : 0;
}

/** The letter thirteen places on; other characters stay. */
export function rotateCode(code: number): number {
  return code >= 97 && code <= 122 ? ((code - 84) % 26) + 97 : code;
}

/** A text as the characters that count. */
export function foldText(text: string): string {
  let folded = "";
  for (let index = 0; index < text.length; index++) {
    const code = foldCode(text.charCodeAt(index));
    if (code > 0) folded += String.fromCharCode(code);
  }
  return folded;
}

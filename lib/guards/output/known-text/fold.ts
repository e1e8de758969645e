import "server-only";

// Small letters, and the letters that digits look like in disguised words ("p4ssw0rd").
const ascii = new Uint8Array(128);
for (const character of "abcdefghijklmnopqrstuvwxyz") {
  ascii[character.charCodeAt(0)] = character.charCodeAt(0);
  ascii[character.toUpperCase().charCodeAt(0)] = character.charCodeAt(0);
}
[..."oi2eas6t89"].forEach((character, digit) => {
  ascii[48 + digit] = character.charCodeAt(0);
});

/**
 * The character that counts when texts are compared: small letters, digits as the letters they look like. 0 for what
 * doesn't count: spaces, punctuation, marks, invisible characters.
 */
export function foldCode(code: number): number {
  if (code < 128) return ascii[code] ?? 0;
  let folded = others.get(code);
  if (folded === undefined) {
    folded = foldOther(code);
    others.set(code, folded);
  }
  return folded;
}

// At most one entry per UTF-16 unit; normalising is too slow to do for every character.
const others = new Map<number, number>();

function foldOther(code: number): number {
  if (code < 0xaa) return 0;
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const character = String.fromCharCode(code).normalize("NFKD").toLowerCase();
  const first = character.charCodeAt(0);
  if (first < 128) return ascii[first] ?? 0;
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

import "server-only";

const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const wordCodes = new Uint8Array(65_536);

/** Whether a UTF-16 unit belongs to a word; the answers are kept, 1 = no, 2 = yes. */
export function isWordCode(code: number): boolean {
  if (wordCodes[code] === 0) wordCodes[code] = letterOrDigit.test(String.fromCharCode(code)) ? 2 : 1;
  return wordCodes[code] === 2;
}

import "server-only";

const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const yes = 2;
const no = 1;
const wordCodes = new Uint8Array(65_536);

/** Whether a UTF-16 unit belongs to a word; the answers are kept. */
export function isWordCode(code: number): boolean {
  const known = wordCodes[code];
  return known === 0 ? learn(code) : known === yes;
}

function learn(code: number): boolean {
  const isWord = letterOrDigit.test(String.fromCharCode(code));
  wordCodes[code] = isWord ? yes : no;
  return isWord;
}

import "server-only";

/** So long a run of letters and digits is worth decoding, if it is no word. */
const longRun = 12;
/** Encoded bytes hold so many digits at least, in so short a stretch. */
const minDigits = 8;
const digitStretch = 64;
/** Morse has so many signs, in so short a stretch. */
const minMorse = 9;
const morseStretch = 72;

/** What a text could hold: bytes written as digits, long runs of letters and digits, Morse code. */
export type BlockSigns = { digits: boolean; run: boolean; morse: boolean };

/** The cheap test before blocks are looked for, in one pass. */
export function findBlockSigns(text: string): BlockSigns {
  const signs = { digits: false, run: false, morse: false };
  const digitsAt = new Int32Array(minDigits).fill(-digitStretch - 1);
  const morseAt = new Int32Array(minMorse).fill(-morseStretch - 1);
  let digits = 0;
  let morse = 0;
  let run = 0;
  let isWord = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isDigit = code >= 48 && code <= 57;
    const isLower = code >= 97 && code <= 122;
    if (isDigit) {
      const slot = digits++ % minDigits;
      if (index - (digitsAt[slot] ?? 0) <= digitStretch) signs.digits = true;
      digitsAt[slot] = index;
    } else if (code === 46 || code === 45 || code === 0xb7 || code === 0x2022) {
      const slot = morse++ % minMorse;
      if (index - (morseAt[slot] ?? 0) <= morseStretch) signs.morse = true;
      morseAt[slot] = index;
    }
    if (isLower || isDigit || (code >= 65 && code <= 90) || isJoiner(code)) {
      if (++run > 1 && !isLower && code !== 45) isWord = false;
      if (run >= longRun && !isWord) signs.run = true;
    } else {
      run = 0;
      isWord = true;
    }
  }
  return signs;
}

/** + - / _ */
function isJoiner(code: number): boolean {
  return code === 43 || code === 45 || code === 47 || code === 95;
}

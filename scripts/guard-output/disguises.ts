const base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const cyrillic: Readonly<Record<string, string>> = { a: "а", c: "с", e: "е", o: "о", p: "р", x: "х", y: "у" };
const greek: Readonly<Record<string, string>> = { a: "α", i: "ι", n: "η", o: "ο", t: "τ", u: "υ" };

const eachLetter = (text: string, change: (letter: string) => string) => text.replace(/[a-z]/gi, change);
const fromAlphabet = (text: string, first: number) =>
  eachLetter(text, (letter) => String.fromCodePoint(first + letter.toLowerCase().charCodeAt(0) - 97));
const inBytes = (text: string, spell: (byte: number) => string, between: string) =>
  [...Buffer.from(text)].map(spell).join(between);
const inBits = (text: string, between: string) =>
  inBytes(text, (byte) => byte.toString(2).padStart(8, "0"), between);
const inBase32 = (text: string) =>
  inBits(text, "").replace(/.{1,5}/g, (bits) => base32Digits.charAt(Number.parseInt(bits.padEnd(5, "0"), 2)));

/** What a model may do to words that it was told not to say. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  upper: (text) => text.toUpperCase(),
  spaced: (text) => [...text].join(" "),
  dotted: (text) => [...text].join("."),
  emoji: (text) => [...text].join("😀"),
  lines: (text) => [...text].join("\n"),
  list: (text) => [...text].map((letter, at) => `${at + 1}. ${letter}`).join("\n"),
  table: (text) => [...text].map((letter, at) => `| ${at + 1} | ${letter} |`).join("\n"),
  reversed: (text) => [...text].reverse().join(""),
  rot13: (text) =>
    eachLetter(text, (letter) => String.fromCharCode(((letter.toLowerCase().charCodeAt(0) - 84) % 26) + 97)),
  leet: (text) => text.replaceAll("a", "4").replaceAll("e", "3").replaceAll("o", "0"),
  mathematical: (text) => fromAlphabet(text, 0x1d41a),
  circled: (text) => fromAlphabet(text, 0x24d0),
  bracketed: (text) => fromAlphabet(text, 0x249c),
  whiteOnBlack: (text) => fromAlphabet(text, 0x1f150),
  fullWidth: (text) => fromAlphabet(text, 0xff41),
  tags: (text) => fromAlphabet(text, 0xe0061),
  cyrillic: (text) => eachLetter(text, (letter) => cyrillic[letter] ?? letter),
  greek: (text) => eachLetter(text, (letter) => greek[letter] ?? letter),
  base64: (text) => Buffer.from(`so: ${text}!`).toString("base64"),
  base32: (text) => inBase32(`so: ${text}!`),
  base32Grouped: (text) => inBase32(text).replace(/.{4}/g, "$& "),
  hex: (text) => Buffer.from(text).toString("hex"),
  hexSpaced: (text) => inBytes(text, (byte) => byte.toString(16), " "),
  decimal: (text) => inBytes(text, String, ", "),
  decimalInARow: (text) => inBytes(text, String, ""),
  octal: (text) => inBytes(text, (byte) => byte.toString(8), " "),
  octalEscaped: (text) => inBytes(text, (byte) => `\\${byte.toString(8).padStart(3, "0")}`, ""),
  binary: (text) => inBits(text, " "),
  binaryInARow: (text) => inBits(text, ""),
  url: (text) => inBytes(text, (byte) => `%${byte.toString(16)}`, ""),
};

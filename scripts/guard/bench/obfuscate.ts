import { seededRandom } from "../generate/expand";

type Transformation = { readonly name: string; readonly apply: (text: string) => string };

const every = (text: string, change: (letter: string, index: number) => string): string =>
  [...text].map(change).join("");
const leet: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };
const cyrillic: Readonly<Record<string, string>> = {
  ...{ a: "а", c: "с", e: "е", i: "і", o: "о", p: "р", s: "ѕ", x: "х", y: "у", j: "ј" },
  ...{ A: "А", B: "В", C: "С", E: "Е", H: "Н", I: "І", K: "К", M: "М", O: "О", P: "Р", T: "Т", X: "Х" },
};

/** What attackers do to a text so that a filter does not read it; none needs the model to be clever. */
export const transformations: readonly Transformation[] = [
  { name: "leetspeak", apply: (text) => every(text, (letter) => leet[letter.toLowerCase()] ?? letter) },
  { name: "homoglyphs", apply: (text) => every(text, (letter) => cyrillic[letter] ?? letter) },
  { name: "zero-width", apply: (text) => [...text].join("\u200b") },
  {
    name: "combining marks",
    apply: (text) => every(text, (letter) => (/\p{L}/u.test(letter) ? `${letter}\u0336` : letter)),
  },
  { name: "full width", apply: (text) => every(text, (letter) => shiftAscii(letter, 0xfee0)) },
  { name: "tag characters", apply: (text) => `Hi! ${every(text, (letter) => shiftAscii(letter, 0xe0000))}` },
  { name: "spaced letters", apply: (text) => [...text].join(" ") },
  {
    name: "punctuated letters",
    apply: (text) =>
      text
        .split(" ")
        .map((word) => [...word].join("."))
        .join(" "),
  },
  { name: "base64", apply: (text) => Buffer.from(text).toString("base64") },
  { name: "hex", apply: (text) => Buffer.from(text).toString("hex") },
  { name: "rot13", apply: rot13 },
  { name: "reversed", apply: (text) => [...text].reverse().join("") },
  {
    name: "URL encoding",
    apply: (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  },
  { name: "HTML entities", apply: (text) => every(text, (letter) => `&#${letter.codePointAt(0)};`) },
  {
    name: "alternating case",
    apply: (text) =>
      every(text, (letter, index) => (index % 2 ? letter.toUpperCase() : letter.toLowerCase())),
  },
  { name: "typing errors", apply: swapLetters },
];

function shiftAscii(letter: string, by: number): string {
  const code = letter.codePointAt(0) ?? 0;
  return code > 32 && code < 127 ? String.fromCodePoint(code + by) : letter;
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

/** Two neighbouring letters inside every third long word change places. */
function swapLetters(text: string): string {
  const random = seededRandom(7);
  let seen = 0;
  return text.replace(/[a-z]{5,}/gi, (word) => {
    if (seen++ % 3 !== 0) return word;
    const at = 1 + Math.floor(random() * (word.length - 3));
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}

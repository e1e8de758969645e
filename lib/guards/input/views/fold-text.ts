import "server-only";
import { latinLookalikes } from "../../confusables";
import { type MappedText, MappedTextWriter } from "./mapped-text";
import { unmixScripts } from "./unmix-scripts";

type FoldedText = MappedText & {
  /** Words that mixed look-alikes of other scripts: a sign that someone hides something. */
  readonly mixedWords: number;
};

/** Where a folded text holds what looks like a Latin letter, and which. */
type Alike = { readonly at: number[]; readonly as: string[] };

const firstTag = 0xe0020;
const lastTag = 0xe007e;
const notAscii = /[^\0-\x7f]/;
const ignorable = /^[\p{Default_Ignorable_Code_Point}\u{e0000}-\u{e0fff}]$/u;
/** Marks that decorate; in Indic, Thai and other scripts, and in kana, marks belong to the letter and stay. */
const decoration =
  /[[\p{Mn}--[\u3099\u309a]]&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}]]/gv;
const decomposes =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{M}]/u;
const special: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ɛ: "e",
  ﬀ: "ff",
  ς: "σ",
  ى: "ي",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ة: "ه",
  ک: "ك",
  ی: "ي",
  ё: "е",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
};

/** More different characters than texts hold that were not made to fill memory. */
const mostFolds = 30_000;
/** Code point → folded form, filled as they come. */
const folds = new Map<number, string>();

/**
 * The form that every layer compares: compatibility-normalised (NFKC), without invisible characters and decorating
 * marks, lower case, tag characters as the text they hide, look-alike letters of other scripts as what they look like
 * where a word mixes scripts. O(length); plain ASCII only pays for lower-casing.
 */
export function foldText(base: MappedText): FoldedText {
  const { text } = base;
  if (!notAscii.test(text)) return { ...base, text: text.toLowerCase(), mixedWords: 0 };
  const writer = new MappedTextWriter(base);
  const alike: Alike = { at: [], as: [] };
  for (let index = 0; index < text.length; ) {
    const plain = plainEnd(text, index, writer.length, alike);
    if (plain > index) {
      writer.copyLowered(index, plain);
      index = plain;
      continue;
    }
    const code = text.codePointAt(index) ?? 0;
    const end = index + (code > 0xffff ? 2 : 1);
    const latin = latinLookalikes.get(code);
    // Turkish, Polish, Croatian, Vietnamese and others have letters of their own that look like another: no disguise.
    if (latin !== undefined && code <= 0xffff && !(String.fromCodePoint(code).toLowerCase() in special)) {
      alike.at.push(writer.length);
      alike.as.push(latin);
    }
    // Letters beyond the first plane belong to scripts that nobody writes: there they can only be meant as look-alikes.
    writer.write(code > 0xffff && latin !== undefined ? latin : foldCodePoint(code), index, end);
    index = end;
  }
  const folded = writer.finish();
  if (alike.at.length === 0) return { ...folded, mixedWords: 0 };
  const unmixed = unmixScripts(folded.text, alike);
  return { ...folded, text: unmixed.text, mixedWords: unmixed.words };
}

/** How a UTF-16 unit is folded, beyond ASCII; the answers are kept. */
const kinds = new Uint8Array(65_536);
/** It stays what it is. */
const isPlain = 1;
/** It does, and looks like a Latin letter. */
const isLookalike = 2;
const isChanged = 3;

/** Where what stays what it is ends. Notes the look-alikes in it; `at` is where it starts in the folded text. */
function plainEnd(text: string, from: number, at: number, alike: Alike): number {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code < 128) continue;
    const kind = kinds[code] || learn(code);
    if (kind === isChanged) break;
    if (kind !== isLookalike) continue;
    alike.at.push(at + end - from);
    alike.as.push(latinLookalikes.get(code) ?? "");
  }
  return end;
}

function learn(code: number): number {
  const isOwnFold = !isSurrogate(code) && foldCodePoint(code) === String.fromCharCode(code);
  const kind = latinLookalikes.has(code) ? isLookalike : isPlain;
  kinds[code] = isOwnFold ? kind : isChanged;
  return isOwnFold ? kind : isChanged;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** A word of a lexicon in the form it is compared in. */
export function foldWord(word: string): string {
  return [...word].map((letter) => foldCodePoint(letter.codePointAt(0) ?? 0)).join("");
}

function foldCodePoint(code: number): string {
  const known = folds.get(code);
  if (known !== undefined) return known;
  const folded = computeFold(String.fromCodePoint(code));
  if (folds.size < mostFolds) folds.set(code, folded);
  return folded;
}

function computeFold(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= firstTag && code <= lastTag) return String.fromCharCode(code - firstTag + 32).toLowerCase();
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(code - 0x1f1e6 + 97);
  if (ignorable.test(character)) return "";
  let folded = character.normalize("NFKC");
  if (decomposes.test(folded)) folded = folded.normalize("NFD").replace(decoration, "").normalize("NFC");
  folded = folded.toLowerCase().replace(decoration, "");
  return special[folded] ?? folded;
}

import "server-only";
import { type MappedText, MappedTextWriter } from "./mapped-text";

const escapes =
  /((?:%[0-9a-fA-F]{2})+)|&#(\d{1,7});?|&#[xX]([0-9a-fA-F]{1,6});?|&([a-zA-Z]{2,6});|\\u\{?([0-9a-fA-F]{4,6})\}?|((?:\\x[0-9a-fA-F]{2})+)|\\([nrt])(?![a-zA-Z])|([\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]{4,})/gu;

/** Several escapes, or one that stands for a letter or a blank; a lone &amp; or 100% are everyday text. */
const worthwhile =
  /%(?:20|[46][1-9a-fA-F]|[57][0-9aA])|&#|\\u\{?[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|&[a-zA-Z]{2,6};|\\n|[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]{4}/u;

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};
const utf8 = new TextDecoder();

/** The text with URL, HTML, JavaScript and variation-selector escapes undone, or null when it holds none. */
export function decodeEscapes(base: MappedText): MappedText | null {
  if (!worthwhile.test(base.text)) return null;
  const writer = new MappedTextWriter(base);
  let copied = 0;
  for (const found of base.text.matchAll(escapes)) {
    const said = unescapeOne(found);
    if (said === null) continue;
    writer.copy(copied, found.index);
    copied = found.index + found[0].length;
    writer.write(said, found.index, copied);
  }
  if (copied === 0) return null;
  writer.copy(copied, base.text.length);
  return writer.finish();
}

function unescapeOne([, url, decimal, hex, name, unicode, bytes, blank, selectors]: RegExpMatchArray):
  | string
  | null {
  const hexPairs = url ?? bytes;
  if (hexPairs !== undefined)
    return utf8.decode(
      Uint8Array.from(hexPairs.match(/[0-9a-fA-F]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16)),
    );
  if (decimal !== undefined) return fromCodePoint(Number(decimal));
  const digits = hex ?? unicode;
  if (digits !== undefined) return fromCodePoint(Number.parseInt(digits, 16));
  if (name !== undefined) return named[name.toLowerCase()] ?? null;
  if (blank !== undefined) return "\n";
  return selectors === undefined ? null : utf8.decode(Uint8Array.from([...selectors], selectorByte));
}

/** Variation selectors 1 to 256 can carry one byte each behind any character. */
function selectorByte(selector: string): number {
  const code = selector.codePointAt(0) ?? 0;
  return code < 0xe0100 ? code - 0xfe00 : code - 0xe0100 + 16;
}

function fromCodePoint(code: number): string | null {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

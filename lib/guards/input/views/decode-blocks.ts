import "server-only";
import { isUtf8 } from "node:buffer";
import { type BlockSigns, findBlockSigns } from "./find-block-signs";
import { type MappedText, MappedTextWriter } from "./mapped-text";
import { readsAsLanguage } from "./reads-as-language";

/** Decodes what `pattern` finds; null when it is not text. */
type BlockDecoder = {
  /** Without this sign the text holds no such block. */
  readonly sign: keyof BlockSigns;
  readonly pattern: RegExp;
  readonly decode: (block: string) => string | null;
};

/** Longer blocks are files; their beginning says whether they are text. */
const maxBlock = 16_384;

/** Words of a language; base64 of a text that long has capitals and digits inside. */
const longWord = /^[A-Z]?[a-z-]+$/;

const decoders: readonly BlockDecoder[] = [
  {
    sign: "digits",
    pattern: /(?:[01]{8}[\s,]*){4,}/g,
    decode: (block) => fromBytes(block.match(/[01]{8}/g)?.map((bits) => Number.parseInt(bits, 2)) ?? []),
  },
  {
    sign: "hex",
    pattern: /(?:(?:\\x|0x|%)?[0-9a-fA-F]{2}[\s,:-]{0,2}){7,}[0-9a-fA-F]{2}/g,
    decode: (block) =>
      fromBytes(
        block
          .replace(/\\x|0x/g, " ")
          .match(/[0-9a-fA-F]{2}/g)
          ?.map((byte) => Number.parseInt(byte, 16)) ?? [],
      ),
  },
  {
    sign: "digits",
    pattern: /(?:\d{2,3}[\s,;]{1,2}){7,}\d{2,3}/g,
    decode: (block) => fromBytes(block.match(/\d+/g)?.map(Number) ?? []),
  },
  {
    sign: "run",
    pattern: /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}(?:[\r\n]{1,2}[A-Za-z0-9+/_-]{12,})*={0,2}/g,
    decode: (block) =>
      longWord.test(block) ? null : fromBytes(Buffer.from(block.replace(/\s/g, ""), "base64")),
  },
  { sign: "run", pattern: /[A-Z2-7]{16,}={0,6}/g, decode: decodeBase32 },
  { sign: "morse", pattern: /(?:[.·•-]{1,6}[ /|]{1,3}){8,}[.·•-]{1,6}/g, decode: decodeMorse },
];

/**
 * The text with every block that is binary, hexadecimal, decimal bytes, base64, base32 or Morse code replaced by what
 * it says, or null when there is none that reads as language.
 */
export function decodeBlocks(base: MappedText): MappedText | null {
  const signs = findBlockSigns(base.text);
  for (const { sign, pattern, decode } of decoders) {
    if (!signs[sign]) continue;
    const decoded = replaceBlocks(base, pattern, decode);
    if (decoded !== null) return decoded;
  }
  return null;
}

function replaceBlocks(base: MappedText, pattern: RegExp, decode: BlockDecoder["decode"]): MappedText | null {
  let writer: MappedTextWriter | null = null;
  let copied = 0;
  for (const found of base.text.matchAll(pattern)) {
    const [block] = found;
    const said = decode(block.slice(0, maxBlock))?.trim() ?? null;
    if (said === null || !(readsAsLanguage(said) || isEncodedAgain(said))) continue;
    writer ??= new MappedTextWriter(base);
    writer.copy(copied, found.index);
    writer.write(` ${said} `, found.index, found.index + block.length);
    copied = found.index + block.length;
  }
  if (writer === null) return null;
  writer.copy(copied, base.text.length);
  return writer.finish();
}

const encoded = /^[\w+/=%&#;\\.\s-]{12,}$/;

/** Whether a block holds another one that says something, be it encoded once more. */
function isEncodedAgain(said: string): boolean {
  if (!encoded.test(said)) return false;
  return decoders.some(({ pattern, decode }) =>
    [...said.matchAll(pattern)].some(([block]) => {
      const inner = decode(block)?.trim() ?? "";
      return readsAsLanguage(inner) || encoded.test(inner);
    }),
  );
}

function fromBytes(bytes: readonly number[] | Uint8Array): string | null {
  if (bytes.length < 4 || bytes.some((byte) => byte > 255)) return null;
  const packed = Buffer.from(bytes);
  return isUtf8(packed) ? packed.toString("utf8") : null;
}

function decodeBase32(block: string): string | null {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const digit of block.replace(/=/g, "")) {
    value = ((value << 5) | alphabet.indexOf(digit)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return fromBytes(bytes);
}

const morse = new Map(
  ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.."
    .split(" ")
    .map((code, index) => [code, String.fromCharCode(97 + index)]),
);

function decodeMorse(block: string): string | null {
  const words = block.replace(/[·•]/g, ".").split(/\s*[/|]\s*|\s{2,}/);
  return words
    .map((word) =>
      word
        .split(" ")
        .map((code) => morse.get(code) ?? "")
        .join(""),
    )
    .join(" ");
}

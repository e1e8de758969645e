import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";

/** A secret in the spellings that are looked for. */
export type SecretSpellings = {
  /** As it is, folded. */
  readonly folded: string;
  /** Its letters and digits alone, or "" where too few are left to tell it from prose. */
  readonly bare: string;
  readonly hex: string;
  /** Base64 at each of the three places in a group that it may begin at, without what its neighbours decide. */
  readonly base64: readonly string[];
};

type Place = { readonly start: number; readonly end: number };
/** Some characters of a text, and where in it each stands. */
export type Picked = { readonly text: string; readonly places: readonly number[] };

const isLetterOrDigit = (code: number) =>
  isAsciiDigit(code) ||
  isAsciiLetter(code) ||
  (code >= 0xc0 && !(code >= 0x2000 && code < 0x2070) && !(code >= 0x3000 && code < 0x3005));
const isVisible = (code: number) => code > 32;

/** The letters and digits of a text. */
export const pickBare = (text: string): Picked => pick(text, isLetterOrDigit);
/** A text without blanks. */
export const pickVisible = (text: string): Picked => pick(text, isVisible);

/** Spells a secret, given folded as well; its letters and digits count alone where there are `minChars` of them. */
export function spellSecret(secret: string, folded: string, minChars: number): SecretSpellings {
  const bare = pickBare(folded).text;
  const bytes = Buffer.from(secret, "utf8");
  return {
    folded,
    bare: bare.length >= minChars ? bare : "",
    hex: bytes.toString("hex"),
    base64: [0, 1, 2].map((offset) => {
      const coded = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString("base64")
        .replace(/=+$/, "");
      // The first characters hold bits of what stands before, the last one perhaps of what follows.
      const isCut = (bytes.length + offset) % 3 !== 0;
      return coded.slice(offset === 0 ? 0 : offset + 1, isCut ? -1 : undefined);
    }),
  };
}

/**
 * Finds a secret in a folded text, of which `picked` are the letters and digits: as it is, or by these alone where they
 * begin and end words.
 */
export function findSecret(
  folded: string,
  picked: Picked,
  { folded: exact, bare, hex }: SecretSpellings,
): Place | null {
  const at = exact === "" ? -1 : folded.indexOf(exact);
  if (at >= 0) return { start: at, end: at + exact.length };
  const coded = placeIn(picked, hex, picked.text.indexOf(hex));
  if (coded !== null || bare === "") return coded;
  for (let from = picked.text.indexOf(bare); from >= 0; from = picked.text.indexOf(bare, from + 1)) {
    const place = placeIn(picked, bare, from);
    const isWhole =
      place &&
      !isLetterOrDigit(folded.charCodeAt(place.start - 1)) &&
      !isLetterOrDigit(folded.charCodeAt(place.end));
    if (isWhole) return place;
  }
  return null;
}

/** Finds a secret in base64 of either alphabet, in a text as it was written, without its blanks. */
export function findEncodedSecret(picked: Picked, { base64 }: SecretSpellings): Place | null {
  const standard = picked.text.replaceAll("-", "+").replaceAll("_", "/");
  for (const coded of base64) {
    const place = placeIn(picked, coded, standard.indexOf(coded));
    if (place !== null) return place;
  }
  return null;
}

function placeIn({ places }: Picked, part: string, at: number): Place | null {
  const start = places[at];
  const last = places[at + part.length - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

function pick(text: string, isPicked: (code: number) => boolean): Picked {
  const places: number[] = [];
  let picked = "";
  for (let index = 0; index < text.length; index++) {
    if (!isPicked(text.charCodeAt(index))) continue;
    picked += text.charAt(index);
    places.push(index);
  }
  return { text: picked, places };
}

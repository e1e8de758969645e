import "server-only";
import { entropyBits, isPlaceholder } from "./randomness";
import { anySecretFormat, secretFormats } from "./secret-formats";

/** A credential that shows what it is, with its offset in the word. */
export type SecretShape = { readonly reason: string; readonly start: number; readonly value: string };

const minChars = 14;
/** Bits per character below which a value of the right shape is a pattern that somebody typed. */
const minBits = 2.8;

/** The credentials in a word that show what they are by their shape. */
export function findSecretShapes(word: string): SecretShape[] {
  if (word.length < minChars || !anySecretFormat.test(word)) return [];
  return secretFormats.flatMap(([reason, shape]) =>
    [...word.matchAll(shape)]
      .filter(([value]) => !isPlaceholder(value) && entropyBits(value) >= minBits)
      .map(({ 0: value, index }) => ({ reason, start: index, value })),
  );
}

import { splitTokens } from "./tokens";

/** How an answer's text becomes deltas: like a tokenizer's tokens, one character each, or every n characters. */
export type Split =
  | "tokens"
  | "characters"
  | { readonly every: number }
  | { readonly pieces: readonly string[] };

/** Characters are code points, as no provider sends half of one. Explicit pieces are taken as they are given. */
export function splitText(text: string, split: Split): readonly string[] {
  if (split === "tokens") return splitTokens(text);
  if (split !== "characters" && "pieces" in split) return split.pieces;
  const characters = Array.from(text);
  const size = split === "characters" ? 1 : split.every;
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; start += size) {
    pieces.push(characters.slice(start, start + size).join(""));
  }
  return pieces;
}

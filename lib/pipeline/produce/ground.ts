import "server-only";
import { findSupportingSentence } from "@/lib/knowledge/find-supporting-sentence";
import type { Passage, Source } from "@/lib/protocol/passage";

const CITATION = /\[(\d{1,3})\]/g;

/** The passages that an answer cites, under their numbers, each with the sentence it rests on where one is found. */
export function ground(text: string, passages: readonly Passage[]): Source[] {
  const citing = new Map<number, string[]>();
  for (const match of text.matchAll(CITATION)) {
    const number = Number(match[1]);
    citing.set(number, [...(citing.get(number) ?? []), sentenceBefore(text, match.index)]);
  }
  return passages.flatMap((passage, index) => {
    const claims = citing.get(index + 1);
    if (claims === undefined) return [];
    const { score: _, ...rest } = passage;
    const sentence = findSupportingSentence(claims.join(" "), passage.text);
    return [{ ...rest, number: index + 1, ...(sentence !== null && { sentence }) }];
  });
}

/** The words between a citation and the end of what came before it. */
function sentenceBefore(text: string, end: number): string {
  const before = text.slice(0, end).trimEnd();
  const start = Math.max(
    before.lastIndexOf("\n"),
    ...[...before.slice(0, -1).matchAll(/[.!?]\s|\]/g)].map((match) => match.index),
  );
  return before.slice(start + 1);
}

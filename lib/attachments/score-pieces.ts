import "server-only";
import { attachments } from "@/lib/config/attachments";
import { ignoredWords } from "@/lib/config/question-words";

const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that put no blanks between words are compared by pairs of letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * How well each text fits a question: the share, from 0 to 1, of what the question asks for that a text has. A word weighs
 * more the fewer texts have it (inverse document frequency, Spärck Jones 1972). All 0 when no text has any word of it.
 */
export function scorePieces(question: string, texts: readonly string[]): number[] {
  const asked = new Set(stemsOf(question, true));
  const having = texts.map((text) => {
    const found = new Set<string>();
    for (const stem of stemsOf(text, false)) if (asked.has(stem)) found.add(stem);
    return found;
  });
  const weights = new Map(
    [...asked].map((stem) => {
      const count = having.filter((stems) => stems.has(stem)).length;
      return [stem, Math.log(1 + texts.length / Math.max(count, 0.5))];
    }),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return texts.map(() => 0);
  return having.map((stems) => [...stems].reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0) / total);
}

function* stemsOf(text: string, isQuestion: boolean): Generator<string> {
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (isQuestion && ignoredWords.has(word)) continue;
    if (!UNSPACED.test(word)) yield word.slice(0, attachments.stemLength);
    else
      for (let index = 0; index < Math.max(1, word.length - 1); index++) yield word.slice(index, index + 2);
  }
}

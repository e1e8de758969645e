import "server-only";

/** A sentence with the blanks behind it, and where it starts in its text. */
export type Sentence = { readonly text: string; readonly start: number };

/** The sentences of a text, in any language; nothing of it is in none. */
export function sentencesOf(text: string): readonly Sentence[] {
  const segments = new Intl.Segmenter("und", { granularity: "sentence" }).segment(text);
  return [...segments].map(({ segment, index }) => ({ text: segment, start: index }));
}

/** The text that sentences make, one behind the other. */
export function joinSentences(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join("");
}

/** Cuts sentences into rows of about a length, the first of about another; a long sentence is a row of its own. */
export function partsOf(sentences: readonly Sentence[], firstLength: number, length: number): Sentence[][] {
  const parts: Sentence[][] = [];
  let left = 0;
  for (const sentence of sentences) {
    const part = parts.at(-1);
    if (part !== undefined && left > 0) part.push(sentence);
    else {
      left = parts.length === 0 ? firstLength : length;
      parts.push([sentence]);
    }
    left -= sentence.text.length;
  }
  return parts;
}

import fc from "fast-check";
import { expect, it } from "vitest";
import { buildPhraseTrie, childOf, isEnding } from "./phrase-trie";

const text = fc.string({ unit: fc.constantFrom(..."abcé語"), minLength: 1, maxLength: 12 });

it("finds every phrase it was made of, and no other", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 60 }), fc.array(text), (phrases, others) => {
      const trie = buildPhraseTrie(new Map(phrases.map((phrase) => [phrase, { phrase }])));
      const find = (word: string) => {
        let node = 0;
        for (let index = 0; index < word.length && node >= 0; index++) {
          const letter = trie.letters[word.charCodeAt(index)] ?? 0;
          node = letter === 0 ? -1 : childOf(trie, node, letter);
        }
        return node >= 0 && isEnding(trie, node) ? trie.endings[node] : undefined;
      };
      for (const phrase of phrases) expect(find(phrase)).toEqual({ phrase });
      for (const other of others.filter((word) => !phrases.includes(word)))
        expect(find(other)).toBeUndefined();
    }),
  );
});

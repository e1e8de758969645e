import "server-only";
import { topicPolicies } from "@/lib/config/guardrails-input";
import type { Finding } from "@/lib/protocol/finding";
import { decisionWords, topicWords } from "./topics/topic-words";
import { foldText, foldWord } from "./views/fold-text";
import { toSourceSpan, unmapped } from "./views/mapped-text";

/** How far from a subject the words may stand that make it a person's own decision. */
const reach = 120;

/** Scripts that write blanks; only there a word has an edge. */
const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;

const matchers = topicWords.map(({ topic, subjects, certain }) => ({
  topic,
  subjects: anyOf(subjects),
  certain: anyOf(certain),
}));
const decisions = anyOf(decisionWords);

/**
 * High-stakes topics of a question: medicine, law, money where the person decides something, and self-harm always.
 * One finding per topic, `reason` is the topic; topics that the configuration turns off are not looked for. It is no
 * judgement of the person: what follows (a notice, a flag) is the topic's policy.
 */
export function findTopics(text: string): Finding[] {
  const folded = foldText(unmapped(text));
  const found: Finding[] = [];
  for (const { topic, subjects, certain } of matchers) {
    if (topicPolicies[topic].mode === "off") continue;
    const match = certain?.exec(folded.text) ?? decidedSubject(folded.text, subjects);
    if (match === null) continue;
    const span = toSourceSpan(folded, match.index, match.index + match[0].length);
    found.push({ guard: "topics", reason: topic, start: span.start, end: span.end });
  }
  return found;
}

function decidedSubject(text: string, subjects: RegExp | null): RegExpExecArray | null {
  if (subjects === null) return null;
  for (const match of text.matchAll(new RegExp(subjects.source, "gu"))) {
    const around = text.slice(Math.max(0, match.index - reach), match.index + match[0].length + reach);
    if (decisions?.test(around) === true) return match;
  }
  return null;
}

function anyOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const alternatives = [...new Set(words)].map((word) => {
    const open = word.endsWith("*");
    const folded = foldWord(open ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (!spaced.test(folded)) return folded;
    return `(?<![\\p{L}\\p{N}])${folded}${open ? "" : "(?![\\p{L}\\p{N}])"}`;
  });
  return new RegExp(alternatives.join("|"), "u");
}

import "server-only";
import { type Topic, topicPolicies } from "@/lib/config/guardrails-input";
import type { Finding } from "@/lib/protocol/finding";
import { canonicalViews, type TextView } from "../views/canonical-views";
import { type Span, toSourceSpan } from "../views/mapped-text";
import { compilePhrases, type PhraseFinder, type ReadText, readWords } from "./compile-phrases";
import { decisionWords, topicWords } from "./topic-words";

/** How far from a subject the words may stand that make it a person's own decision. */
const reach = 120;

type Matcher = { readonly topic: Topic; readonly subjects: PhraseFinder; readonly certain: PhraseFinder };

const matchers: readonly Matcher[] = topicWords.map(({ topic, subjects, certain }) => ({
  topic,
  subjects: compilePhrases(subjects),
  certain: compilePhrases(certain),
}));
const decisions = compilePhrases(decisionWords);

/** How people write who are in need: as they speak, in haste, or so that no filter sees it. Nobody encodes a cry for help. */
const readable: ReadonlySet<TextView["name"]> = new Set(["plain", "respelled", "respaced", "unleeted"]);

/**
 * High-stakes topics of a question: medicine, law, money where the person decides something, and self-harm where somebody
 * speaks of themselves or of somebody near. One finding per topic, `reason` is the topic; topics that the configuration
 * turns off are not looked for. It is no judgement of the person: what follows (a notice, a flag) is the topic's policy.
 * O(length).
 */
export function findTopics(text: string): Finding[] {
  const views = canonicalViews(text)
    .views.filter(({ name }) => readable.has(name))
    .map((view) => ({ view, read: readWords(view.text) }));
  return matchers
    .filter(({ topic }) => topicPolicies[topic].mode !== "off")
    .flatMap(
      (matcher) =>
        views.map(({ view, read }) => findIn(view, read, matcher)).find((found) => found !== null) ?? [],
    );
}

function findIn(view: TextView, read: ReadText, { topic, subjects, certain }: Matcher): Finding | null {
  const found = first(certain(read)) ?? decidedSubject(read, subjects);
  if (found === null) return null;
  const { start, end } = toSourceSpan(view, found.start, found.end);
  return { guard: "topics", reason: topic, start, end };
}

function decidedSubject(read: ReadText, subjects: PhraseFinder): Span | null {
  for (const subject of subjects(read)) {
    const around = read.text.slice(Math.max(0, subject.start - reach), subject.end + reach);
    if (first(decisions(readWords(around))) !== null) return subject;
  }
  return null;
}

function first(found: Generator<Span>): Span | null {
  for (const span of found) return span;
  return null;
}

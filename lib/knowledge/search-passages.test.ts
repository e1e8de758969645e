import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { product } from "@/lib/config/product";
import { useTestDatabase } from "@/test/database";
import { indexDocuments } from "./index-documents";
import questions from "./newcomer-questions.json";
import { searchPassages } from "./search-passages";

useTestDatabase();

beforeAll(async () => {
  await indexDocuments();
});

type Answerable = { readonly question: string; readonly expected: readonly string[] };

/** `guards#what-is-a-guard`, `guards#` (before its first heading), or `guards` (anywhere in it). */
function isExpected(passageId: string, expected: readonly string[]): boolean {
  const place = passageId.replace(/^knowledge\//, "").replace(/:\d+$/, "");
  const [document] = place.split("#");
  return expected.some((wanted) => wanted === place || wanted === `${place}#` || wanted === document);
}

async function measure(set: readonly Answerable[]): Promise<{ top1: number; top3: number }> {
  let top1 = 0;
  let top3 = 0;
  for (const { question, expected } of set) {
    const passages = await searchPassages(question, 5);
    const rank = passages.findIndex((passage) => isExpected(passage.id, expected));
    if (rank === 0) top1 += 1;
    if (rank >= 0 && rank < 3) top3 += 1;
  }
  return { top1: top1 / set.length, top3: top3 / set.length };
}

async function countFound(set: readonly string[]): Promise<number> {
  const found = await Promise.all(set.map((question) => searchPassages(question, 5)));
  return found.filter((passages) => passages.length > 0).length;
}

const print = (label: string, figures: object) =>
  process.stdout.write(`${label}: ${JSON.stringify(figures)}\n`);

describe("questions of newcomers", () => {
  it("finds the right passage", async () => {
    const tuned = await measure(questions.tuned);
    print(`${questions.tuned.length} questions that the documents and weights were improved with`, tuned);
    expect(tuned.top1).toBeGreaterThanOrEqual(0.82);
    expect(tuned.top3).toBeGreaterThanOrEqual(0.92);
  });

  it("finds it for questions that nothing was improved with", async () => {
    const heldOut = await measure(questions.heldOut);
    print(`${questions.heldOut.length} questions held out`, heldOut);
    expect(heldOut.top1).toBeGreaterThanOrEqual(0.6);
    expect(heldOut.top3).toBeGreaterThanOrEqual(0.75);
  });

  it("finds nothing for what the documents do not speak of", async () => {
    const all = [...questions.unanswerable, ...questions.unanswerableHeldOut];
    const found = await countFound(all);
    print(`${all.length} questions about other things`, { answered: found });
    expect(found / all.length).toBeLessThanOrEqual(0.1);
  });
});

it.each([
  ["How do I add a provider?", "providers-and-models#how-do-i-add-a-provider"],
  [
    "what happens when a provider is down?",
    "fallback-and-outages#what-happens-when-a-provider-fails-or-is-down",
  ],
  ["whats a gaurd", "guards#what-is-a-guard"],
])("answers %s", async (question, expected) => {
  const [best] = await searchPassages(question, 3);
  expect(best?.id).toBe(`knowledge/${expected}`);
  expect(best?.url).toBe(`/knowledge/${expected}`);
});

it.each(product.suggestions)("has an answer to what the page suggests: %s", async (suggestion) => {
  expect(await searchPassages(suggestion, 3)).not.toEqual([]);
});

it("gives the same passages in the same order every time, at most as many as asked for", async () => {
  const first = await searchPassages("how does the model chain work with costs and guards", 4);
  expect(first).toHaveLength(4);
  expect(await searchPassages("how does the model chain work with costs and guards", 4)).toEqual(first);
  const scores = first.map((passage) => passage.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

it("reads a question that leans on the one before together with it", async () => {
  const [alone] = await searchPassages("and where do I change it?", 1);
  const [together] = await searchPassages("and where do I change it?", 1, "what is the system prompt");
  expect(together?.id).toBe("knowledge/prompts#how-do-i-change-the-system-prompt");
  expect(alone?.id).not.toBe(together?.id);
});

it("takes whatever people type", async () => {
  const odd = [
    "",
    "   ",
    "?",
    "the of and",
    "'; DROP TABLE passages; --",
    "a & | ! ( ) : * <-> \\",
    "\u0000provider",
    "%_%",
    "💥".repeat(500),
  ];
  for (const question of odd) await expect(searchPassages(question, 5)).resolves.toBeInstanceOf(Array);
  const garbage = fc.asyncProperty(fc.string({ maxLength: 300, unit: "binary" }), async (question) => {
    expect((await searchPassages(question, 3)).length).toBeLessThanOrEqual(3);
  });
  await fc.assert(garbage, { numRuns: 60 });
  expect(await searchPassages("provider ".repeat(4_000), 5)).not.toEqual([]);
});

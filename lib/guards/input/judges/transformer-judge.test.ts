import { expect, it } from "vitest";
import { transformerWindows } from "@/lib/config/guardrails-input";
import { transformerJudge } from "./transformer-judge";

type Classify = Parameters<typeof transformerJudge>[0];

const signal = new AbortController().signal;
const judge = (text: string, classify: Classify) => transformerJudge(classify).judge(text, signal);
const labelled = (label: string, score: number) => [{ label, score }];
const { windowLength, maxWindows } = transformerWindows;

it.each([
  ["one attack label", [...labelled("SAFE", 0.1), ...labelled("INJECTION", 0.9)], 0.9],
  [
    "several that share it",
    [...labelled("BENIGN", 0.3), ...labelled("INJECTION", 0.4), ...labelled("JAILBREAK", 0.3)],
    0.7,
  ],
  ["the likeliest label alone, an attack", labelled("LABEL_1", 0.8), 0.8],
  ["the likeliest label alone, harmless", labelled("LABEL_0", 0.9), 0.1],
  [
    "labels that do not share a probability",
    [...labelled("INJECTION", 0.9), ...labelled("JAILBREAK", 0.9)],
    1,
  ],
])("scores %s", async (_, predictions, score) => {
  const answer = await judge("Some text", async () => predictions);
  expect(answer.score).toBeCloseTo(score, 10);
  const finding = { guard: "transformer", reason: "judged-an-attack", start: 0, end: 9 };
  expect(answer.findings).toEqual(score >= 0.5 ? [finding] : []);
});

it("reads a long text in windows; the worst counts, and is found where it stands", async () => {
  const text = `${"A harmless word. ".repeat(100)}ATTACK${" And another one.".repeat(100)}`;
  const sent: string[] = [];
  const answer = await judge(text, async (window) => {
    sent.push(window);
    return labelled("INJECTION", window.includes("ATTACK") ? 0.97 : 0.02);
  });
  expect(sent.length).toBeGreaterThan(5);
  expect(Math.max(...sent.map(({ length }) => length))).toBe(windowLength);
  expect(answer.score).toBe(0.97);
  expect(answer.findings.length).toBeGreaterThan(0);
  for (const { start, end } of answer.findings) expect(text.slice(start, end)).toContain("ATTACK");
});

it("sends no half of a pair of surrogates, and no empty text", async () => {
  const sent: string[] = [];
  const classify: Classify = async (window) => {
    sent.push(window);
    return labelled("SAFE", 1);
  };
  await judge(`x${"😀".repeat(windowLength)}\ud83d`, classify);
  expect(sent.length).toBeGreaterThan(2);
  expect(sent.every((window) => window.isWellFormed())).toBe(true);
  sent.length = 0;
  expect(await judge("", classify)).toEqual({ score: 0, findings: [] });
  expect(sent).toEqual([]);
});

it("fails when a window was not judged, unless another is as bad as a failure", async () => {
  const failing =
    (score: number): Classify =>
    async (window) => {
      if (window.includes("BROKEN")) throw new Error("The server is away.");
      return labelled("INJECTION", score);
    };
  const text = `${"word ".repeat(windowLength)}BROKEN`;
  await expect(judge(text, failing(0.1))).rejects.toThrow("The server is away.");
  expect((await judge(text, failing(0.95))).score).toBe(0.95);
});

it("counts a text that it cannot read whole as a failure, and still reports an attack in it", async () => {
  const text = "word ".repeat(windowLength * maxWindows);
  let calls = 0;
  const quiet = judge(text, async () => {
    calls++;
    return labelled("SAFE", 1);
  });
  await expect(quiet).rejects.toThrow("longer than the windows");
  expect(calls).toBe(maxWindows);
  expect((await judge(text, async () => labelled("INJECTION", 1))).score).toBe(1);
});

import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { generation } from "@/lib/config/generation";
import { PlaceholderRestorer } from "@/lib/guards/input/personal/placeholder-restorer";
import type { OutputGuard } from "@/lib/guards/output/output-guard";
import type { Verdict } from "@/lib/protocol/verdict";
import { AnswerGate } from "./answer-gate";

/** Holds back the last character, and blocks at an exclamation mark. */
function fakeGuard(): OutputGuard {
  let held = "";
  let verdict: Verdict = "allow";
  return {
    push(delta) {
      if (verdict === "block") return "";
      if (delta.includes("!")) verdict = "block";
      const text = held + (verdict === "block" ? delta.slice(0, delta.indexOf("!")) : delta);
      held = verdict === "block" ? "" : text.slice(-1);
      return verdict === "block" ? text : text.slice(0, -1);
    },
    flush: () => held,
    abort: () => {
      held = "";
    },
    get verdict() {
      return verdict;
    },
    findings: [],
    heldLength: 0,
  };
}

const channel = () => ({
  guard: fakeGuard(),
  restorer: new PlaceholderRestorer(new Map([["CARD_1", "4111"]])),
});

function run(parts: readonly LanguageModelV4StreamPart[]) {
  const gate = new AnswerGate({ text: channel(), reasoning: channel() });
  const shown = [...parts.flatMap((part) => gate.take(part)), ...gate.end()];
  return { gate, shown };
}

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

function finish(unified: "stop" | "length" | "content-filter"): LanguageModelV4StreamPart {
  return { type: "finish", finishReason: { unified, raw: undefined }, usage };
}

const text = (delta: string): LanguageModelV4StreamPart => ({ type: "text-delta", id: "1", delta });

describe("AnswerGate", () => {
  it("shows characters whole, wherever the model or the guard cut them", () => {
    const { gate, shown } = run(
      [..."One 😀 two \ud83d three \ude00\ud83d"].flatMap((part) => part.split("")).map(text),
    );
    expect(gate.shownText).toBe("One 😀 two \ufffd three \ufffd\ufffd");
    expect(shown.every((part) => !("delta" in part) || part.delta.isWellFormed())).toBe(true);
  });

  it("shows what the guard releases, as one part, however many blocks the model made", () => {
    const { gate, shown } = run([
      { type: "text-start", id: "1" },
      text("one"),
      { type: "text-end", id: "1" },
      { type: "text-start", id: "2" },
      text("two"),
      finish("stop"),
    ]);
    expect(gate.shownText).toBe("one\n\ntwo");
    expect(shown.map((part) => part.type)).toEqual([
      "text-start",
      ...shown.slice(1, -1).map(() => "text-delta"),
      "text-end",
    ]);
    expect(gate.endedBy).toBeNull();
  });

  it("ends at a block and shows nothing that comes after it", () => {
    const { gate, shown } = run([text("good "), text("bad! secret"), text("more"), finish("stop")]);
    expect(gate.shownText).toBe("good bad");
    expect(gate.endedBy).toBe("output_blocked");
    expect(JSON.stringify(shown)).not.toContain("secret");
    expect(shown.at(-1)).toEqual({ type: "text-end", id: "text" });
  });

  it("keeps reasoning apart from the answer, and ends it when the answer begins", () => {
    const { gate, shown } = run([
      { type: "reasoning-delta", id: "r", delta: "hm" },
      text("ok"),
      finish("stop"),
    ]);
    expect(gate.shownText).toBe("ok");
    const types = shown.map((part) => part.type);
    expect(types.indexOf("reasoning-end")).toBeLessThan(types.indexOf("text-start"));
  });

  it("says when the model's own limit or filter ended the answer", () => {
    expect(run([text("abc"), finish("length")]).gate.endedBy).toBe("length_limit");
    expect(run([text("abc"), finish("content-filter")]).gate.endedBy).toBe("output_blocked");
  });

  it("cuts a model that ignores its token limit", () => {
    const long = "x".repeat(generation.maxOutputTokens);
    const { gate } = run(Array.from({ length: 20 }, () => text(long)));
    expect(gate.endedBy).toBe("length_limit");
    expect(gate.shownText.length).toBeLessThan(long.length * 10);
  });

  it("puts back what was hidden from the provider, however the placeholder was split", () => {
    expect(run([text("pay [CA"), text("RD_1"), text("] now"), finish("stop")]).gate.shownText).toBe(
      "pay 4111 now",
    );
  });

  it("lets no tool call through, and drops NUL characters, which can't be stored", () => {
    const { gate, shown } = run([
      { type: "tool-call", toolCallId: "1", toolName: "rm", input: "{}" },
      text("a\0b"),
      finish("stop"),
    ]);
    expect(gate.shownText).toBe("ab");
    expect(shown.every((part) => part.type.startsWith("text"))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { PlaceholderRestorer } from "@/lib/guards/input/personal/placeholder-restorer";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import { ChainExhausted } from "@/lib/models/chain-model";
import { ChatError } from "@/lib/protocol/chat-error";
import type { StopReason } from "@/lib/streams/running-turns";
import { Trace } from "../trace";
import { AnswerGate } from "./answer-gate";
import { concludeAnswer } from "./conclude-answer";
import { TurnRecord } from "./turn-record";

function record(): TurnRecord {
  return new TurnRecord({
    kind: "admitted",
    files: { userId: "user", own: [], earlier: [] },
    id: "t1",
    chatId: "c1",
    questionId: "m1",
    question: "?",
    typed: [],
    history: [],
    chain: [],
    prompt: { id: "answer@1", name: "answer", content: "" },
    title: "?",
    titler: null,
    viewer: {
      userId: "u",
      tenantId: "default",
      role: "USER",
      plan: "guest",
      limits: null,
      isAnonymous: true,
    },
    judgement: { action: "allow", score: 0, findings: [], shadowed: [] },
    topics: [],
    retrieved: Promise.resolve({ passages: [], findings: [], fileFindings: [], values: [], notices: [] }),
    trace: new Trace(),
  });
}

function gateThatSaw(...deltas: string[]): AnswerGate {
  const gate = new AnswerGate({
    text: { guard: createOutputGuard({ surface: "text" }), restorer: new PlaceholderRestorer(new Map()) },
    reasoning: {
      guard: createOutputGuard({ surface: "reasoning" }),
      restorer: new PlaceholderRestorer(new Map()),
    },
  });
  for (const delta of deltas) gate.take({ type: "text-delta", id: "1", delta });
  gate.end();
  return gate;
}

function conclude(record: TurnRecord, failure: unknown = null, stop: StopReason | null = null) {
  const parts = concludeAnswer({ topics: [] }, record, failure, stop);
  return parts.flatMap((part) => (part.type === "data-notice" ? [part.data] : []));
}

function recordWith(...deltas: string[]): TurnRecord {
  const turn = record();
  turn.gate = gateThatSaw(...deltas);
  return turn;
}

const codesOf = (notices: ReturnType<typeof conclude>) => notices.map(({ code }) => code);

describe("concludeAnswer", () => {
  it("has nothing to say of a plain answer", () => {
    const turn = recordWith("All good.");
    expect(conclude(turn)).toEqual([]);
    expect(turn.status).toBe("COMPLETED");
  });

  it("a person's Stop wins over the failure that it causes", () => {
    const turn = recordWith("Half");
    expect(codesOf(conclude(turn, new ChainExhausted([]), "stopped"))).toEqual(["stopped"]);
    expect(turn.status).toBe("STOPPED");
  });

  it("keeps what came of an answer that broke off", () => {
    const turn = recordWith("Half of");
    turn.gate?.take({ type: "error", error: { code: "network", message: "reset" } });
    expect(codesOf(conclude(turn))).toEqual(["interrupted"]);
    expect(turn).toMatchObject({ status: "INTERRUPTED", errorCode: "network" });
  });

  it("says when to try again when no model answered", () => {
    const turn = recordWith();
    const [notice] = conclude(turn, new ChainExhausted([{ code: "rate_limited", message: "429" }]));
    expect(notice).toMatchObject({ code: "model_unavailable", retryAfterSeconds: expect.any(Number) });
    expect(turn).toMatchObject({ status: "FAILED", errorCode: "rate_limited" });
  });

  it("tells that something was left out", () => {
    expect(codesOf(conclude(recordWith("See ![x](https://evil.example/?q=1) now.")))).toEqual([
      "output_redacted",
    ]);
  });

  it("tells that a judge refused the question", () => {
    const turn = record();
    expect(codesOf(conclude(turn, new ChatError("input_blocked", "No.")))).toEqual(["input_blocked"]);
    expect(turn.status).toBe("BLOCKED");
    const stopped = record();
    expect(codesOf(conclude(stopped, new ChatError("input_blocked", "No."), "stopped"))).toEqual([
      "input_blocked",
    ]);
    expect(stopped.status).toBe("BLOCKED");
  });

  it("tells what an answer on a high-stakes topic is not", () => {
    const [part] = concludeAnswer({ topics: ["medical"] }, recordWith("Rest."), null, null);
    expect(part).toMatchObject({
      data: { code: "high_stakes", message: expect.stringContaining("not medical advice") },
    });
  });
});

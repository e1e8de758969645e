import { describe, expect, it } from "vitest";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import { ChainExhausted } from "@/lib/models/chain-model";
import { Trace } from "../trace";
import { AnswerGate } from "./answer-gate";
import { concludeAnswer } from "./conclude-answer";
import { TurnRecord } from "./turn-record";

function record(): TurnRecord {
  return new TurnRecord({
    kind: "admitted",
    id: "t1",
    chatId: "c1",
    questionId: "m1",
    question: "?",
    history: [],
    chain: [],
    prompt: { id: "answer@1", name: "answer", content: "" },
    viewer: {
      userId: "u",
      tenantId: "default",
      role: "USER",
      plan: "guest",
      limits: null,
      isAnonymous: true,
    },
    trace: new Trace(),
  });
}

function gateThatSaw(...deltas: string[]): AnswerGate {
  const gate = new AnswerGate({
    text: createOutputGuard({ surface: "text" }),
    reasoning: createOutputGuard({ surface: "reasoning" }),
  });
  for (const delta of deltas) gate.take({ type: "text-delta", id: "1", delta });
  gate.end();
  return gate;
}

const codesOf = (parts: ReturnType<typeof concludeAnswer>) =>
  parts.map((part) => (part.type === "data-notice" ? part.data.code : part.type));

describe("concludeAnswer", () => {
  it("has nothing to say of a plain answer", () => {
    const turn = record();
    expect(concludeAnswer(turn, gateThatSaw("All good."), null, null)).toEqual([]);
    expect(turn.status).toBe("COMPLETED");
  });

  it("a person's Stop wins over the failure that it causes", () => {
    const turn = record();
    expect(codesOf(concludeAnswer(turn, gateThatSaw("Half"), new ChainExhausted([]), "stopped"))).toEqual([
      "stopped",
    ]);
    expect(turn.status).toBe("STOPPED");
  });

  it("keeps what came of an answer that broke off", () => {
    const turn = record();
    const gate = gateThatSaw("Half of");
    gate.take({ type: "error", error: { code: "network", message: "reset" } });
    expect(codesOf(concludeAnswer(turn, gate, null, null))).toEqual(["interrupted"]);
    expect(turn).toMatchObject({ status: "INTERRUPTED", errorCode: "network" });
  });

  it("says when to try again when no model answered", () => {
    const turn = record();
    const failure = new ChainExhausted([{ code: "rate_limited", message: "429" }]);
    const [notice] = concludeAnswer(turn, gateThatSaw(), failure, null);
    expect(notice).toMatchObject({
      data: { code: "model_unavailable", retryAfterSeconds: expect.any(Number) },
    });
    expect(turn).toMatchObject({ status: "FAILED", errorCode: "rate_limited" });
  });

  it("tells that something was left out", () => {
    const gate = gateThatSaw("See ![x](https://evil.example/?q=1) now.");
    expect(codesOf(concludeAnswer(record(), gate, null, null))).toEqual(["output_redacted"]);
  });
});

import { describe, expect, it } from "vitest";
import { type OutputGuardMode, outputGuardrails } from "@/lib/config/guardrails-output";
import { PlaceholderRestorer } from "@/lib/guards/input/personal/placeholder-restorer";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import { forReview } from "../verdict-rows";
import { AnswerGate } from "./answer-gate";
import { answerVerdicts, withheldLengthOf } from "./answer-verdicts";

const systemPrompt = 'Only help those who know it. The password is "kelpie77x".';
const mail = " Mail bob.smith@acme-mail.com";

function judge(answer: string, mode: OutputGuardMode = "redact") {
  const { guards: usual } = outputGuardrails;
  const guards = {
    ...usual,
    "personal-data": { ...usual["personal-data"], mode },
    // It would withhold the word before anybody could echo it.
    "known-value": { ...usual["known-value"], mode: "off" as const },
  };
  const channel = (surface: "text" | "reasoning") => ({
    guard: createOutputGuard({ surface, systemPrompt }, { guardrails: { ...outputGuardrails, guards } }),
    restorer: new PlaceholderRestorer(new Map()),
  });
  const gate = new AnswerGate({ text: channel("text"), reasoning: channel("reasoning") });
  gate.take({ type: "text-delta", id: "1", delta: answer });
  gate.end();
  const rows = answerVerdicts("t1", gate);
  return { gate, rows, row: (guard: string) => rows.find((row) => row.guard === guard) };
}

describe("answerVerdicts", () => {
  const echo = "My instructions speak of kelpie77x.";

  it.each([
    ["alone", echo],
    ["beside a redaction", echo + mail],
  ])("keeps a flag a flag, for a reviewer: %s", (_, answer) => {
    const { gate, rows, row } = judge(answer);
    expect(gate.shownText).toContain("kelpie77x");
    expect(row("prompt-echo")).toMatchObject({ verdict: "FLAG", acted: true, withheldLength: 0 });
    expect(forReview(rows).map(({ guard }) => guard)).toEqual(["prompt-echo"]);
  });

  it("counts as withheld what was, and no more", () => {
    const { gate, rows, row } = judge(echo + mail);
    expect(gate.shownText).not.toContain("bob.smith");
    expect(row("personal-data")).toMatchObject({ verdict: "REDACT", acted: true, withheldLength: 23 });
    expect(withheldLengthOf(rows)).toBe(23);
  });

  it("says what a guard in shadow mode would have done, and lets it act on nothing, whatever others do", () => {
    const { gate, rows, row } = judge(`See ![x](https://evil.example/?q=1).${mail}`, "shadow");
    expect(gate.shownText).toContain("bob.smith@acme-mail.com");
    expect(gate.redacted).toBe(true);
    expect(row("personal-data")).toMatchObject({ verdict: "REDACT", acted: false, withheldLength: 0 });
    expect(row("markup")).toMatchObject({ verdict: "REDACT", acted: true });
    expect(forReview(rows)).toEqual([]);
  });
});

import { expect, it, vi } from "vitest";
import { guardInput } from "./guard-input";
import { findTopics } from "./topics/find-topics";
import { foldText } from "./views/fold-text";

vi.mock(import("./views/fold-text"), { spy: true });

const text = "Where do I change the price of a model, and what does my doctor say to it?";

it("reads a question once for all guards, also when earlier turns are read with it", () => {
  guardInput(text, {
    surface: "user",
    previousTurns: ["Which models are there?", "And what do they cost?"],
    systemPrompt: "You answer questions about Parapet from its documents and from nothing else at all.",
    secrets: ["S3cret-Value-99-xyz"],
  });
  findTopics(text);
  const whole = vi.mocked(foldText).mock.calls.filter(([mapped]) => mapped.text === text);
  expect(whole).toHaveLength(1);
});

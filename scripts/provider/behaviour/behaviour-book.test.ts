import { beforeEach, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import type { Question } from "@/scripts/provider/answer/question";
import { BehaviourBook } from "./behaviour-book";
import type { ControlInput } from "./control-schema";

const question = (lastUserText: string): Question => ({
  model: "m",
  isStream: true,
  lastUserText,
  inputTokens: 1,
  maxOutputTokens: null,
  wantsStreamUsage: true,
  answerSchema: null,
  forcedTool: null,
});

let book: BehaviourBook;

beforeEach(() => {
  book = new BehaviourBook();
});

const reply = (model = "m", text = "Hi") =>
  book.lookUp("openai", "responses", model).answer(question(text)).text;

describe("BehaviourBook", () => {
  it("lets the narrower scope win, whatever was set first", () => {
    const scopes: ControlInput[] = [
      { target: "openai", model: "special", answer: "model of a target" },
      { model: "special", answer: "model" },
      { endpoint: "responses", answer: "endpoint" },
      { target: "openai", answer: "target" },
      { answer: "default" },
    ];
    for (const [count, expected] of scopes.entries()) {
      book.apply({ reset: true });
      for (const scope of scopes.slice(count)) book.apply(scope);
      expect(reply("special")).toBe(expected.answer);
    }
    for (const scope of scopes) book.apply(scope);
    expect(book.lookUp("anthropic", "messages", "m").answer(question("Hi")).text).toBe("default");
  });

  it("adds to what was set before for the same scope", () => {
    book.apply({ answer: "one" });
    book.apply({ tokensPerSecond: 7 });
    expect(reply()).toBe("one");
    expect(book.lookUp("openai", "responses", "m").tokensPerSecond).toBe(7);
    expect(book.describe().scopes).toEqual([
      {
        target: "default",
        endpoint: undefined,
        model: undefined,
        settings: { answer: "one", tokensPerSecond: 7 },
      },
    ]);
  });

  it("forgets one scope, or all", () => {
    book.apply({ answer: "wide" });
    book.apply({ target: "openai", answer: "narrow" });
    book.apply({ target: "openai", reset: true });
    expect(reply()).toBe("wide");
    book.apply({ reset: true, tokensPerSecond: 3 });
    expect(reply()).toContain("> Hi");
    expect(book.lookUp("openai", "responses", "m").tokensPerSecond).toBe(3);
  });

  it("does what the model's name says, unless that very model was told otherwise", () => {
    book.apply({ answer: "set", latencyMs: 5 });
    expect(reply("echo", "Repeat this")).toBe("Repeat this");
    expect(book.lookUp("compatible", "chat/completions", "slow").latencyMs()).toBe(3000);
    expect(book.lookUp("compatible", "chat/completions", "error-502").fault()).toMatchObject({ status: 502 });
    book.apply({ model: "echo", answer: "told" });
    expect(reply("echo")).toBe("told");
  });

  it("gives the answers of a script in turn, and starts over", () => {
    book.apply({ answer: { kind: "script", answers: ["a", "b"] } });
    expect([reply(), reply(), reply()]).toEqual(["a", "b", "a"]);
  });

  it("chooses an answer by the question", () => {
    const rules = [
      { pattern: "^capital of (\\w+)", answer: "Bern" },
      { pattern: "weather", answer: "Rain" },
    ];
    book.apply({ answer: { kind: "match", rules, otherwise: "No idea" } });
    expect([reply("m", "Capital of CH?"), reply("m", "the weather"), reply("m", "else")]).toEqual([
      "Bern",
      "Rain",
      "No idea",
    ]);
  });

  it.each([
    { latencyMs: -1 },
    { latencyMs: [5, 1] },
    { answer: { kind: "match", rules: [{ pattern: "(", answer: "x" }] } },
    { answer: { kind: "script", answers: [] } },
    { fault: { kind: "status", status: 200 } },
    { fault: { kind: "unheard-of" } },
    { fault: { kind: "cut", afterDelta: 3 } },
    { target: "mistral" },
    { split: { every: 0 } },
    { tokenPerSecond: 5 },
    [],
    "slow",
    null,
  ])("refuses %j and keeps what it had", (input) => {
    book.apply({ answer: "kept" });
    expect(() => book.apply(input as ControlInput)).toThrow(ZodError);
    expect(reply()).toBe("kept");
  });
});

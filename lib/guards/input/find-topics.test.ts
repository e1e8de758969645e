import { describe, expect, it } from "vitest";
import { findTopics } from "./find-topics";

const topics = (text: string) => findTopics(text).map(({ reason }) => reason);

describe("findTopics", () => {
  it.each([
    ["medical", "Should I take ibuprofen with my blood pressure pills?"],
    ["medical", "Wie viele Tabletten darf ich nehmen?"],
    ["legal", "Can I sue my landlord for the deposit?"],
    ["legal", "¿Puedo demandar a mi jefe por despido?"],
    ["financial", "Should I put my savings into bitcoin?"],
    ["financial", "我应该投资股票吗？"],
    ["self-harm", "I don't want to live anymore"],
    ["self-harm", "Ich will mich umbringen"],
    ["self-harm", "死にたい"],
    ["self-harm", "Я хочу умереть"],
  ])("recognises %s in: %s", (topic, text) => {
    expect(topics(text)).toContain(topic);
  });

  it.each([
    "What is ibuprofen made of?",
    "Who invented the stock exchange?",
    "How many days has a year?",
    "Tell me a joke",
  ])("sees no decision in: %s", (text) => {
    expect(topics(text)).toEqual([]);
  });

  it("points at the words", () => {
    const text = "Ｓhould I take aspirin with my pills?";
    const [finding] = findTopics(text);
    expect(text.slice(finding?.start, finding?.end)).toBe("aspirin");
  });
});

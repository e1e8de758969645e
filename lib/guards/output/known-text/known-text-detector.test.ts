import { describe, expect, it } from "vitest";
import { createOutputGuard } from "../create-output-guard";

const canary = "zephyr-quartz-4417";
const systemPrompt =
  "You are the assistant of a bakery in Lisbon. The password is crumb-lantern-88. Never mention that the flour comes " +
  'from the mill in Alenquer. If you do not know, say "I would have to ask the baker about that, sorry". ' +
  'If the user says "bluebird", give them the discount of the week.';

const judge = (text: string, context = {}) => {
  const guard = createOutputGuard({ surface: "text", ...context });
  return { emitted: guard.push(text) + guard.flush(), action: guard.verdict };
};

const bytes = [...Buffer.from(canary)];
const rot13 = (text: string) =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));

describe("KnownTextDetector", () => {
  it.each([
    ["plain", canary],
    ["capitals", canary.toUpperCase()],
    ["spaced", [...canary].join(" ")],
    ["over lines", [...canary].join("\n")],
    ["reversed", [...canary].reverse().join("")],
    ["rot13", rot13(canary)],
    ["base64", Buffer.from(canary).toString("base64")],
    ["base64 within more", Buffer.from(`ab${canary}`).toString("base64")],
    ["hex", Buffer.from(canary).toString("hex")],
    ["hex with separators", bytes.map((byte) => `0x${byte.toString(16)}`).join(", ")],
    ["decimal", bytes.join(" ")],
    ["percent", bytes.map((byte) => `%${byte.toString(16)}`).join("")],
    ["leet", canary.replaceAll("e", "3").replaceAll("a", "4")],
    ["zero-width", [...canary].join("\u200b")],
  ])("blocks a canary that is %s, from its first character", (_name, hidden) => {
    const { emitted, action } = judge(`It is ${hidden} indeed`, { canary });
    expect(action).toBe("block");
    // What stands before the first character's spelling may be shown: "0x", "%", the start of more base64.
    expect(`It is ${hidden.slice(0, 2)}`.startsWith(emitted)).toBe(true);
  });

  it("finds values that the instructions call secret, and the app's own", () => {
    expect(judge("Sure: CRUMB LANTERN 88.", { systemPrompt }).action).toBe("block");
    expect(judge("key hunter2-prod-77 ok", { secrets: ["hunter2-prod-77"] })).toEqual({
      emitted: "key ",
      action: "block",
    });
  });

  it("blocks instructions that are repeated, and shows no more than three words of them", () => {
    const { emitted, action } = judge(`Here you are: ${systemPrompt}`, { systemPrompt });
    expect(action).toBe("block");
    expect(emitted).toBe("Here you are: You are the assist");
  });

  it("lets the model say what the instructions tell it to say", () => {
    const text = "I would have to ask the baker about that, sorry.";
    expect(judge(text, { systemPrompt })).toEqual({ emitted: text, action: "allow" });
    expect(judge("We bake bread in Lisbon, and I can help you to choose.", { systemPrompt }).action).toBe(
      "allow",
    );
  });

  it("flags an answer that talks about its instructions", () => {
    expect(
      judge('My instructions are to give a discount if the user says "bluebird".', { systemPrompt }).action,
    ).toBe("flag");
  });
});

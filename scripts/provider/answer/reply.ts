import type { ToolCall } from "./answer";
import { writeLorem } from "./lorem";
import type { Question } from "./question";
import { sampleJson } from "./sample-json";

/** What is said, before it is cut into pieces. */
export type Reply = { readonly text: string; readonly toolCall: ToolCall | null };

export type ReplySetting =
  | string
  | { readonly kind: "believable" }
  | { readonly kind: "echo" }
  | { readonly kind: "lorem"; readonly tokens: number }
  | { readonly kind: "script"; readonly answers: readonly string[] }
  | {
      readonly kind: "match";
      readonly rules: readonly { readonly pattern: string; readonly answer: string }[];
      readonly otherwise?: string | undefined;
    }
  | { readonly kind: "tool-call"; readonly name: string; readonly arguments: unknown };

export function createReplier(setting: ReplySetting): (question: Question) => Reply {
  if (typeof setting === "string") return () => say(setting);
  switch (setting.kind) {
    case "believable":
      return writeBelievable;
    case "echo":
      return (question) => say(question.lastUserText);
    case "lorem": {
      const text = writeLorem(setting.tokens);
      return () => say(text);
    }
    case "script": {
      let asked = 0;
      return () => say(setting.answers[asked++ % setting.answers.length] ?? "");
    }
    case "match": {
      const rules = setting.rules.map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern, "iu") }));
      return (question) => {
        const text =
          rules.find((rule) => rule.pattern.test(question.lastUserText))?.answer ?? setting.otherwise;
        return text === undefined ? writeBelievable(question) : say(text);
      };
    }
    case "tool-call": {
      const toolCall = { name: setting.name, arguments: JSON.stringify(setting.arguments) };
      return () => ({ text: "", toolCall });
    }
  }
}

function say(text: string): Reply {
  return { text, toolCall: null };
}

/** A short markdown answer that quotes the question; structured output or a tool call where the caller insists. */
function writeBelievable(question: Question): Reply {
  const { forcedTool, answerSchema, lastUserText } = question;
  if (forcedTool) {
    return {
      text: "",
      toolCall: { name: forcedTool.name, arguments: JSON.stringify(sampleJson(forcedTool.schema)) },
    };
  }
  if (answerSchema !== null) return say(JSON.stringify(sampleJson(answerSchema)));
  const quote = lastUserText.trim().replace(/\s+/g, " ").slice(0, 200) || "(nothing)";
  return say(
    `You asked:\n\n> ${quote}\n\nThis answer comes from the **provider simulator**, so take its shape seriously and ` +
      "its words lightly. A real model would now go through these points:\n\n" +
      "1. **What it depends on**: the versions you run and what you changed last.\n" +
      "2. **What to try first**: the smallest step that tells you something, such as `npm run check`.\n" +
      "3. **What to read next**: the page of the documentation that names the thing you asked about.\n\n" +
      "Ask again and you get the same answer, which is what makes it useful in a test.",
  );
}

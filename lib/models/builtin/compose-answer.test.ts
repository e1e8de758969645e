import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtinAnswers } from "@/lib/config/builtin-answers";
import type { Passage } from "@/lib/protocol/passage";
import { composeAnswer } from "./compose-answer";

function passage(heading: string, text: string, score = 1): Passage {
  const anchor = heading.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return {
    id: `d#${anchor}`,
    title: "Document",
    headings: [heading],
    url: `/knowledge/d#${anchor}`,
    text,
    score,
  };
}

describe("an answer from passages", () => {
  it("quotes the best passage word for word, cites it and says where to read on", () => {
    const text = "Set `OPENAI_API_KEY` and restart.\n\nIt joins the chain by itself.";
    const answer = composeAnswer("how do I add a provider", [passage("How do I add a provider?", text)]);
    expect(answer.text).toBe(
      "Set `OPENAI_API_KEY` and restart. [1]\n\nIt joins the chain by itself. [1]\n\n" +
        "More in [Document › How do I add a provider?](/knowledge/d#how-do-i-add-a-provider-)",
    );
    expect(answer.citedSentences).toEqual([{ number: 1, sentence: "Set `OPENAI_API_KEY` and restart." }]);
  });

  it("names the section when the question has other words", () => {
    const { text } = composeAnswer("gpt token where", [passage("Where do I put my API key?", "In `.env`.")]);
    expect(text).toMatch(/^\*\*Where do I put my API key\?\*\*\n\nIn `\.env`\. \[1\]/);
  });

  it("keeps code, tables and lists whole and their markup intact", () => {
    const text =
      "Like this:\n\n```sh\nnpm run dev\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nOr:\n\n- one\n- two";
    const { text: answer } = composeAnswer("how to start", [passage("How do I start?", text)]);
    expect(answer).toContain(
      "Like this: [1]\n\n```sh\nnpm run dev\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n",
    );
    expect(answer).toContain("- one\n- two [1]");
  });

  it("cites what is code alone on a line of its own", () => {
    const { text, citedSentences } = composeAnswer("start", [passage("Start", "```sh\nnpm run dev\n```")]);
    expect(text).toContain("```sh\nnpm run dev\n```\n\n[1]");
    expect(citedSentences).toEqual([]);
  });

  it("quotes of a long passage the part that fits, in reading order", () => {
    const filler = "Nothing of interest stands in this paragraph about gardens. ".repeat(8).trim();
    const long = [filler, "The port is 3000.", "Another port is set with PORT.", filler, filler].join("\n\n");
    const { text, citedSentences } = composeAnswer("which port", [passage("Which port?", long)]);
    expect(text).toContain("The port is 3000. [1]\n\nAnother port is set with PORT. [1]");
    expect(text.length).toBeLessThan(1_200);
    expect(citedSentences[0]?.sentence).toContain("port");
  });

  it("quotes around the best sentence when one paragraph is too long", () => {
    const filler = "Nothing of interest stands in this sentence about gardens. ".repeat(30);
    const { text } = composeAnswer("which port", [passage("Port", `${filler}The port is 3000. ${filler}`)]);
    expect(text).toContain("The port is 3000.");
    expect(text.length).toBeLessThan(1_200);
  });

  it("shows the rows of a long table that the question is about", () => {
    const rows = ["PORT", "DATA_DIR", "APP_URL", "LOG_LEVEL", "AUTH_SECRET"].map(
      (name) => `| ${name} | words |`,
    );
    const table = ["| Variable | Meaning |", "| --- | --- |", ...rows].join("\n");
    const { text } = composeAnswer("AUTH_SECRET", [passage("Which variables are there?", table)]);
    expect(text).toContain("| Variable | Meaning |\n| --- | --- |\n| AUTH_SECRET | words |\n\n[1]");
    expect(text).not.toContain("LOG_LEVEL");
  });

  it("adds a second passage when it has words of the question that the first lacks", () => {
    const first = passage("How do I back up the data?", "Use pg_dump.", 2);
    const second = passage("Where is the database?", "In the folder `.data`.", 1.4);
    const unrelated = passage("What is a guard?", "It judges.", 1.5);
    const { text, citedSentences } = composeAnswer("backup data database", [first, unrelated, second]);
    expect(text).toContain("**Where is the database?**\n\nIn the folder `.data`. [3]");
    expect(text).not.toContain("judges");
    expect(citedSentences.map((cited) => cited.number)).toEqual([1, 3]);
  });

  it("takes headings for plain text, and no target apart", () => {
    const odd = { ...passage("x", "Text."), headings: ["A ](evil) *b* <img>"], url: "/knowledge/d#a)(b" };
    const { text } = composeAnswer("question", [odd]);
    expect(text).toContain("[Document › A \\](evil) \\*b\\* \\<img\\>](/knowledge/d#a%29%28b)");
  });
});

describe("messages that are no question", () => {
  it.each([
    ["hi", builtinAnswers.greeting],
    ["Good morning!", builtinAnswers.greeting],
    ["Who are you?", builtinAnswers.identity],
    ["hello, what can you do?", builtinAnswers.identity],
    ["Thanks!", builtinAnswers.thanks],
  ])("answers %s", (message, reply) => {
    expect(composeAnswer(message, [passage("Hi", "Text.")])).toEqual({ text: reply, citedSentences: [] });
  });

  it("does not take a question with a greeting for one", () => {
    expect(composeAnswer("Hi, where is the port?", [passage("Port", "It is 3000.")]).text).toContain(
      "It is 3000. [1]",
    );
  });
});

it("says plainly that it found nothing", () => {
  expect(composeAnswer("how do I bake bread", [])).toEqual({
    text: builtinAnswers.nothingFound,
    citedSentences: [],
  });
});

it("takes any passage and question, and cites only sentences that stand in the passage", () => {
  const markdown = fc.string({
    maxLength: 1_500,
    unit: fc.constantFrom(..."#`|-*_[](){}<>\n .!?:ab1\\&~=\u{1F600}"),
  });
  fc.assert(
    fc.property(
      fc.array(markdown, { minLength: 1, maxLength: 3 }),
      fc.string({ maxLength: 60 }),
      (texts, question) => {
        const { text, citedSentences } = composeAnswer(
          `port ${question}`,
          texts.map((body) => passage("Port", body)),
        );
        expect(text).toContain("More in [");
        for (const { number, sentence } of citedSentences) expect(texts[number - 1]).toContain(sentence);
      },
    ),
    { numRuns: 200 },
  );
});

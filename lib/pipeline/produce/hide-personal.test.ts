import { expect, it } from "vitest";
import type { Passage } from "@/lib/protocol/passage";
import { hidePersonal } from "./hide-personal";

const card = "4111 1111 1111 1111";
const passage: Passage = {
  id: "p",
  title: `Card ${card}`,
  headings: [`Heading ${card}`, "[CARD_1]"],
  url: "/p",
  text: "4111-1111-1111-1111 and CARD_2",
  score: 1,
};

it("hides a number in all that goes out, under one placeholder that nothing of it holds", () => {
  const turn = {
    question: `Is ${card} mine?`,
    history: [{ role: "user", text: card, tokens: 1 } as const],
  };
  const outgoing = hidePersonal(turn, { passages: [passage], values: [] }, []);
  expect(outgoing).toMatchObject({
    question: "Is [CARD_3] mine?",
    history: [{ text: "[CARD_3]" }],
    passages: [
      {
        title: "Card [CARD_3]",
        headings: ["Heading [CARD_3]", "[CARD_1]"],
        text: "[CARD_3] and CARD_2",
      },
    ],
  });
  const once = { guard: "pseudonymise", reason: "card", start: 0, end: 0, action: "redact" };
  expect(outgoing).toMatchObject({ documentFindings: [once], fileFindings: [] });
  expect(outgoing.vault.restorer().push("[card_3], [CARD_1] ")).toBe(`${card}, [CARD_1] `);
});

it("hides what is left of a key whose beginning was dropped or cut off", () => {
  const lines = ["MIIEpAIBAAKCAQEA7bq3Vn2J", "8sYkQpW9LrMx5Zt0KdHq4uVf"];
  const head = "-----BEGIN PRIVATE KEY-----";
  const values = [{ kind: "key", value: `${head}\n${lines.join("\n")}` } as const];
  const turn = { question: `Is ${head} how it begins?`, history: [] };
  const outgoing = hidePersonal(
    turn,
    { passages: [{ ...passage, text: `${lines[1]}\nThe end.` }], values },
    [],
  );
  expect(outgoing.question).toBe(turn.question);
  expect(outgoing.passages[0]?.text).toBe("[KEY_1]\nThe end.");
});

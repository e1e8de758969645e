import { expect, it } from "vitest";
import type { Passage } from "@/lib/protocol/passage";
import type { AdmittedTurn } from "../turn";
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
  const turn = { question: `Is ${card} mine?`, history: [{ role: "user", text: card }] };
  const outgoing = hidePersonal(turn as unknown as AdmittedTurn, [passage], []);
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
  expect(outgoing.vault.restorer().push("[card_3], [CARD_1] ")).toBe(`${card}, [CARD_1] `);
});

import { expect, it } from "vitest";
import type { Passage } from "@/lib/protocol/passage";
import { ground } from "./ground";

const passage = (id: string, text: string): Passage => ({
  id,
  title: id,
  headings: [],
  url: `/knowledge/${id}`,
  text,
  score: 1,
});

const passages = [
  passage("keys", "A key is read from the environment. Set OPENAI_API_KEY and restart the server."),
  passage("prices", "Prices are data. They stand in prices.ts."),
];

it("returns the cited passages under their numbers, with the sentence that the claim rests on", () => {
  const sources = ground("First set OPENAI_API_KEY, then restart the server [1]. That is all.", passages);
  expect(sources).toHaveLength(1);
  expect(sources[0]).toMatchObject({
    id: "keys",
    number: 1,
    sentence: "Set OPENAI_API_KEY and restart the server.",
  });
});

it("leaves out numbers that no passage has, and passages that nothing cites", () => {
  expect(ground("Made up [7]. Nothing here.", passages)).toEqual([]);
});

it("marks no sentence when none fits", () => {
  const [source] = ground("Bananas grow in bunches [2].", passages);
  expect(source?.number).toBe(2);
  expect(source?.sentence).toBeUndefined();
});

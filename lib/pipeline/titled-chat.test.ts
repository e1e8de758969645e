import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { findChat } from "@/lib/chats/find-chat";
import { retitleChat } from "@/lib/db/chats";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

useTestDatabase();
const simulated = useProvider("compatible/first,openai/gpt-5-mini,builtin");

const LONG = "We are moving to Lisbon next spring with two cats, and I wonder what papers they need?";

let guest: Guest;

// Dearer than the other one, which therefore writes the titles.
beforeAll(() => {
  vi.stubEnv("COMPATIBLE_PRICE", "1/3");
  vi.stubEnv("OPENAI_API_KEY", "a key");
  vi.stubEnv("OPENAI_BASE_URL", `${simulated.provider.url}/openai/v1`);
});

beforeEach(async () => {
  guest = await signInGuest();
  simulated.provider.control({ answer: "Cats moving to Lisbon." });
});

async function titleOf(chatId: string): Promise<string | null | undefined> {
  return (await findChat(chatId, guest.userId))?.title;
}

it("a chat that begins with a long question is named by a model, which is paid for", async () => {
  const { parts, turnId } = await readAnswer(await guest.ask({ id: "t-long", text: LONG }));
  expect(parts).toContainEqual({
    type: "data-title",
    data: { title: "Cats moving to Lisbon" },
    transient: true,
  });
  expect(await titleOf("t-long")).toBe("Cats moving to Lisbon");
  const { rows } = await getPool().query(
    `SELECT purpose, status, model_requested AS model, cost_nanos, (SELECT cost_nanos FROM turns WHERE id = turn_id) AS of_turn
       FROM attempts WHERE turn_id = $1 ORDER BY purpose`,
    [turnId],
  );
  expect(rows).toMatchObject([
    { purpose: "ANSWER", status: "SUCCEEDED", model: "first" },
    { purpose: "TITLE", status: "SUCCEEDED", model: "gpt-5-mini" },
  ]);
  expect(BigInt(rows[0].cost_nanos) + BigInt(rows[1].cost_nanos)).toBe(BigInt(rows[0].of_turn));

  const answered = await readAnswer(
    await guest.ask({ id: "t-long", text: `${LONG} Again.`, messageId: "m2" }),
  );
  expect(answered.parts.some(({ type }) => type === "data-title")).toBe(false);
});

it("a short question is its own title, and nobody is asked", async () => {
  await readAnswer(await guest.ask({ id: "t-short", text: " Papers\nfor cats? " }));
  expect(await titleOf("t-short")).toBe("Papers for cats?");
  expect(simulated.provider.requests(5)).toHaveLength(1);
});

it.each([
  ["says what its guards refuse", { answer: "See ![x](https://evil.example/?q=1) now" }],
  ["says nothing that could be one", { answer: '"..."' }],
  ["fails", { fault: { kind: "status", status: 500 } as const }],
])("when the model %s, the question's beginning stays", async (_, behaviour) => {
  simulated.provider.control(behaviour);
  const id = `t-${Math.abs(JSON.stringify(behaviour).length)}`;
  await readAnswer(await guest.ask({ id, text: LONG }));
  expect(await titleOf(id)).toMatch(/^We are moving to Lisbon/);
});

it("what is private in the question goes into no title", async () => {
  await readAnswer(await guest.ask({ id: "t-card", text: `${LONG} My card is 4111 1111 1111 1111.` }));
  expect(simulated.provider.requests(5)).toHaveLength(1);
});

it("a title that does not come is given up soon after the answer", async () => {
  simulated.provider.control({ target: "openai", fault: { kind: "hang" } });
  const { text, turnId } = await readAnswer(await guest.ask({ id: "t-slow", text: LONG }));
  expect(text).toBe("Cats moving to Lisbon.");
  const { rows } = await getPool().query("SELECT purpose, status FROM attempts WHERE turn_id = $1", [turnId]);
  expect(rows).toContainEqual({ purpose: "TITLE", status: "STOPPED" });
  expect(await titleOf("t-slow")).toMatch(/^We are moving/);
});

it("a name that a person gave their chat is theirs", async () => {
  await readAnswer(await guest.ask({ id: "t-mine", text: "Papers for cats?" }));
  await getPool().query("UPDATE chats SET title = 'Mine' WHERE id = 't-mine'");
  expect(await retitleChat("t-mine", "Papers for cats?", "Cats")).toBe(false);
  expect(await titleOf("t-mine")).toBe("Mine");
});

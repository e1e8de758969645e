import { beforeEach, expect, it } from "vitest";
import { findChat } from "@/lib/chats/find-chat";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";
import { handle } from "./handle";
import { patchChat, readHistory } from "./history";

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");

let guest: Guest;
let other: Guest;
let id = "";
let count = 0;
beforeEach(async () => {
  [guest, other] = [await signInGuest(), await signInGuest()];
  count += 1;
  id = `history-${count}`;
});

async function titles(q: string, by = guest): Promise<string[]> {
  const response = await readHistory(by.request(`/api/chats?q=${encodeURIComponent(q)}`));
  const { chats } = (await response.json()) as { chats: { title: string }[] };
  return chats.map(({ title }) => title);
}

async function patch(chatId: string, body: unknown, by = guest): Promise<number> {
  const request = by.request(`/api/chat/${chatId}`, body);
  return (await handle(patchChat)(request, { params: Promise.resolve({ id: chatId }) })).status;
}

it("a search finds titles and texts, whole words and begun ones, and only one's own", async () => {
  simulated.provider.control({ answer: "The ravens of the Tower are ever watchful." });
  await readAnswer(await guest.ask({ id, text: "Which birds live there?" }));
  await readAnswer(await guest.ask({ id: `${id}-2`, text: "Crème brûlée for four" }));
  const birds = "Which birds live there?";
  expect(await titles("")).toEqual(["Crème brûlée for four", birds]);
  expect(await titles("ICH BIRD")).toEqual([birds]);
  expect(await titles("creme")).toEqual(["Crème brûlée for four"]);
  expect(await titles("tower watch")).toHaveLength(2);
  expect(await titles("rav")).toHaveLength(2);
  expect(await titles("penguin")).toEqual([]);
  expect(await titles("birds", other)).toEqual([]);
  for (const q of ["'", "a & | b", "!", ":*", "\\", "%", "the", "🎈", "\0", "((", "a:*b"])
    expect(Array.isArray(await titles(q)), q).toBe(true);
});

it("a chat can be renamed, pinned, deleted and brought back", async () => {
  await readAnswer(await guest.ask({ id, text: "First" }));
  await readAnswer(await guest.ask({ id: `${id}-2`, text: "Second" }));
  expect(await patch(id, { title: "  Another name " })).toBe(200);
  expect(await titles("")).toEqual(["Second", "Another name"]);
  expect(await patch(id, { pinned: true })).toBe(200);
  expect(await titles("")).toEqual(["Another name", "Second"]);
  expect(await patch(id, { pinned: false })).toBe(200);
  expect(await titles("")).toEqual(["Second", "Another name"]);
  expect([await patch(id, { deleted: true }), await patch(id, { deleted: true })]).toEqual([200, 200]);
  expect(await titles("")).toEqual(["Second"]);
  expect(await titles("another")).toEqual([]);
  expect(await findChat(id, guest.userId)).toBeNull();
  expect(await patch(id, { title: "Hidden" })).toBe(404);
  expect(await patch(id, { deleted: false })).toBe(200);
  expect(await titles("")).toEqual(["Second", "Another name"]);
});

it("nobody changes another's chat, and garbage changes nothing", async () => {
  await readAnswer(await guest.ask({ id, text: "Mine" }));
  for (const change of [{ title: "Yours" }, { pinned: true }, { deleted: true }, { deleted: false }])
    expect(await patch(id, change, other)).toBe(404);
  expect(await patch("nowhere", { pinned: true })).toBe(404);
  for (const body of [
    {},
    [],
    "x",
    { title: "" },
    { title: " " },
    { title: "a".repeat(201) },
    { title: "\0" },
  ])
    expect(await patch(id, body)).toBe(400);
  for (const body of [{ pinned: "yes" }, { deleted: null }, { userId: "x" }])
    expect(await patch(id, body)).toBe(400);
  expect(await titles("")).toEqual(["Mine"]);
});

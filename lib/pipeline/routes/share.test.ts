import { beforeEach, expect, it } from "vitest";
import { findPublicChat } from "@/lib/chats/share-chat";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";
import { sendChatExport } from "./export-chat";
import { handle } from "./handle";
import { postShare, readShare, removeShare } from "./share";

useTestDatabase();
useProvider("compatible/first,builtin");

let guest: Guest;
let id = "";
let turnId = "";
let count = 0;
beforeEach(async () => {
  guest = await signInGuest();
  count += 1;
  id = `shared-${count}`;
  turnId = (await readAnswer(await guest.ask({ id, text: "What is shared?" }))).turnId;
});

const route = (chatId: string) => ({ params: Promise.resolve({ id: chatId }) });

async function call(run: typeof postShare, by = guest): Promise<{ status: number; path: string | null }> {
  const body = run === readShare ? undefined : {};
  const response = await handle(run)(by.request(`/api/chat/${id}/share`, body), route(id));
  const { path = null } = (await response.json()) as { path?: string | null };
  return { status: response.status, path };
}

const tokenOf = (path: string | null) => path?.replace("/shared/", "") ?? "";

it("a link shows the chat as it was shared, and nobody's ids", async () => {
  expect(await call(readShare)).toEqual({ status: 200, path: null });
  const { path } = await call(postShare);
  expect(path).toMatch(/^\/shared\/[\w-]{32}$/);
  await readAnswer(await guest.ask({ id, text: "And later?", messageId: "m2" }));
  const shown = await findPublicChat(tokenOf(path));
  expect(shown?.messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
  const text = JSON.stringify(shown);
  expect(text).toContain("What is shared?");
  expect(text).toContain("A plain answer.");
  for (const secret of [guest.userId, id, turnId, "usage", "costNanos"]) expect(text).not.toContain(secret);
  expect(await call(postShare)).toEqual({ status: 200, path });
  expect((await findPublicChat(tokenOf(path)))?.messages).toHaveLength(4);
});

it("a revoked link is dead for good, and so is that of a deleted chat", async () => {
  const first = await call(postShare);
  expect(await call(removeShare)).toEqual({ status: 200, path: null });
  expect(await findPublicChat(tokenOf(first.path))).toBeNull();
  const second = await call(postShare);
  expect(second.path).not.toBe(first.path);
  await getPool().query("UPDATE chats SET deleted_at = now() WHERE id = $1", [id]);
  expect(await findPublicChat(tokenOf(second.path))).toBeNull();
  expect((await call(postShare)).status).toBe(404);
  for (const token of ["", "x", "' OR 1=1", "a".repeat(5000)]) expect(await findPublicChat(token)).toBeNull();
});

it("nobody shares, sees or revokes another's link", async () => {
  const { path } = await call(postShare);
  const other = await signInGuest();
  expect(await call(postShare, other)).toEqual({ status: 404, path: null });
  expect((await call(readShare, other)).path).toBeNull();
  await call(removeShare, other);
  expect((await call(readShare)).path).toBe(path);
});

it("a chat is exported as Markdown and JSON, by its owner alone", async () => {
  const exported = async (query: string, by = guest) =>
    handle(sendChatExport)(by.request(`/api/chat/${id}/export${query}`), route(id));
  const markdown = await exported("?format=markdown");
  expect(markdown.headers.get("content-disposition")).toBe(`attachment; filename="chat-${id}.md"`);
  expect(await markdown.text()).toMatch(
    /^# What is shared\?\n\n## [^\n]+\n\nWhat is shared\?\n\n## [^\n]+\n\nA plain answer\./,
  );
  const json = await (await exported("?format=json")).json();
  expect(json).toMatchObject({
    version: 1,
    id,
    messages: [
      { id: "m1", role: "user", text: "What is shared?" },
      { id: turnId, role: "assistant", text: "A plain answer." },
    ],
  });
  expect((await exported("?format=../x")).headers.get("content-type")).toContain("text/markdown");
  expect((await exported("?format=json", await signInGuest())).status).toBe(404);
});

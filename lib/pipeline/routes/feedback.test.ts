import { beforeEach, expect, it } from "vitest";
import { findChat } from "@/lib/chats/find-chat";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";
import { postFeedback, postReport } from "./feedback";
import { handle } from "./handle";

useTestDatabase();
useProvider("compatible/first,builtin");

let guest: Guest;
let turnId = "";
let count = 0;
beforeEach(async () => {
  guest = await signInGuest();
  count += 1;
  turnId = (await readAnswer(await guest.ask({ id: `rated-${count}` }))).turnId;
});

async function send(what: "feedback" | "report", body: unknown, id = turnId, by = guest): Promise<number> {
  const post = handle(what === "feedback" ? postFeedback : postReport);
  const request = by.request(`/api/turns/${id}/${what}`, body);
  return (await post(request, { params: Promise.resolve({ id }) })).status;
}

async function flags(): Promise<unknown[]> {
  const { rows } = await getPool().query("SELECT kind, reason FROM flags WHERE turn_id = $1 ORDER BY kind", [
    turnId,
  ]);
  return rows;
}

async function shownRating(): Promise<unknown> {
  return (await findChat(`rated-${count}`, guest.userId))?.messages.at(-1)?.metadata?.rating;
}

it("thumbs down waits for a reviewer, once, until it is taken back", async () => {
  expect(await shownRating()).toBeUndefined();
  expect(await send("feedback", { rating: "down" })).toBe(200);
  expect(await send("feedback", { rating: "down", reason: " Wrong year " })).toBe(200);
  expect(await send("feedback", { rating: "down" })).toBe(200);
  expect(await flags()).toEqual([{ kind: "FEEDBACK", reason: "Wrong year" }]);
  expect(await shownRating()).toBe("down");
  expect(await send("feedback", { rating: "up" })).toBe(200);
  expect([await flags(), await shownRating()]).toEqual([[], "up"]);
  expect(await send("feedback", { rating: null })).toBe(200);
  expect(await shownRating()).toBeUndefined();
});

it("what a reviewer has decided stays decided", async () => {
  await send("feedback", { rating: "down", reason: "First" });
  await getPool().query("UPDATE flags SET decision = 'RIGHT' WHERE turn_id = $1", [turnId]);
  await send("feedback", { rating: "down", reason: "Second" });
  await send("feedback", { rating: null });
  expect(await flags()).toEqual([{ kind: "FEEDBACK", reason: "First" }]);
});

it("a report is there once, however often it is sent at once", async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => send("report", { reason: "Rude" })));
  expect(all).toEqual([200, 200, 200, 200, 200]);
  expect(await send("feedback", { rating: "up" })).toBe(200);
  expect(await flags()).toEqual([{ kind: "REPORT", reason: "Rude" }]);
});

it("only the owner of a turn has a say, and garbage has none", async () => {
  const other = await signInGuest();
  expect(await send("feedback", { rating: "down" }, turnId, other)).toBe(404);
  expect(await send("report", { reason: "x" }, turnId, other)).toBe(404);
  expect(await send("feedback", { rating: "up" }, "not-a-turn")).toBe(404);
  expect(await send("feedback", { rating: "up" }, "019aa000-0000-7000-8000-000000000000")).toBe(404);
  for (const body of [{}, null, { rating: "sideways" }, { rating: "down", reason: "a".repeat(2001) }])
    expect(await send("feedback", body)).toBe(400);
  for (const body of [{}, { reason: 1 }, { reason: "\0" }]) expect(await send("report", body)).toBe(400);
  expect(await flags()).toEqual([]);
});

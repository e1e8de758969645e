import { describe, expect, it } from "vitest";
import { getPool } from "@/lib/db/pool";
import { ChatError } from "@/lib/protocol/chat-error";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

useTestDatabase();
useProvider("compatible/first,builtin");

async function usedBy({ userId }: Guest): Promise<number> {
  const { rows } = await getPool().query("SELECT day_turns FROM usage_counters WHERE subject = $1", [
    `user:${userId}`,
  ]);
  return rows[0]?.day_turns ?? 0;
}

/** Asks again and again while the chat's answer before it is being closed. */
async function askPatiently(guest: Guest, id: string, messageId: string): Promise<Response> {
  for (;;) {
    const response = await guest.ask({ id, messageId }).catch((error: unknown) => {
      if (error instanceof ChatError && error.code === "conflict") return null;
      throw error;
    });
    if (response !== null) return response;
  }
}

describe("storeTurn", () => {
  it("joins the copies of a question that takes the last of a quota", async () => {
    const guest = await signInGuest();
    await getPool().query(`UPDATE users SET limits = '{"turnsPerDay": 1}' WHERE id = $1`, [guest.userId]);
    const copies = await Promise.all(Array.from({ length: 6 }, () => guest.ask({ id: "last" })));
    expect(new Set(copies.map((copy) => copy.headers.get("x-turn-id"))).size).toBe(1);
    await Promise.all(copies.map(readAnswer));
    await expect(guest.ask({ id: "last", messageId: "m2" })).rejects.toMatchObject({
      code: "quota_exceeded",
    });
    expect(await usedBy(guest)).toBe(1);
  });

  it("takes nothing for a question that a chat has no room for", async () => {
    const guest = await signInGuest();
    await readAnswer(await guest.ask({ id: "busy" }));
    await getPool().query("UPDATE chats SET running_turn_id = gen_random_uuid() WHERE id = 'busy'");
    await expect(guest.ask({ id: "busy", messageId: "m2" })).rejects.toMatchObject({ code: "conflict" });
    expect(await usedBy(guest)).toBe(1);
    const { rows } = await getPool().query("SELECT FROM messages WHERE chat_id = 'busy' AND id = 'm2'");
    expect(rows).toEqual([]);
  });

  it("never waits for the turn before it in a circle", async () => {
    const guest = await signInGuest();
    await getPool().query("UPDATE users SET plan = 'unlimited' WHERE id = $1", [guest.userId]);
    const chats = ["a", "b", "c"].map(async (id) => {
      for (let turn = 0; turn < 6; turn++) {
        const asked = await askPatiently(guest, id, `m${turn}`);
        void asked.text();
      }
      return readAnswer(await askPatiently(guest, id, "last"));
    });
    const answers = await Promise.all(chats);
    expect(answers.map(({ text }) => text)).toEqual(answers.map(() => "A plain answer."));
    expect(await usedBy(guest)).toBe(21);
  });
});

import { describe, expect, it, vi } from "vitest";
import { findChat } from "@/lib/chats/find-chat";
import { getPool } from "@/lib/db/pool";
import { findStreamBatches } from "@/lib/db/turn-stream-parts";
import { getRunningTurns } from "@/lib/streams/running-turns";
import { useTestDatabase } from "@/test/database";
import { readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";
import { recoverTurns } from "./recover-turns";

useTestDatabase();
const simulated = useProvider("compatible/first,compatible/second,builtin");

describe("recoverTurns", () => {
  it("closes what a lost server left open: what was shown is kept, the money is settled, the chat is free", async () => {
    simulated.provider.control({
      answer: { kind: "lorem", tokens: 40 },
      latencyMs: 1,
      tokensPerSecond: 0,
      fault: { kind: "hang", at: 20 },
    });
    const guest = await signInGuest();
    const response = await guest.ask({ id: "lost" });
    const turnId = response.headers.get("x-turn-id") ?? "";
    await vi.waitFor(
      async () => expect(JSON.stringify(await findStreamBatches(turnId))).toContain("text-delta"),
      { timeout: 10_000 },
    );
    expect(await recoverTurns()).toBe(0);

    // As if the process had died: its lock is gone, and nothing of it writes any more.
    await getPool().query("UPDATE turns SET server_id = 2000000000 WHERE id = $1", [turnId]);
    expect(await recoverTurns()).toBe(1);
    expect(await recoverTurns()).toBe(0);

    const { rows } = await getPool().query(
      `SELECT t.status, t.cost_nanos AS cost, a.status AS attempt, a.cost_nanos AS attempt_cost, u.day_nanos
         FROM turns t JOIN attempts a ON a.turn_id = t.id JOIN usage_counters u ON u.subject = 'user:' || t.user_id
        WHERE t.id = $1`,
      [turnId],
    );
    expect(rows).toMatchObject([{ status: "INTERRUPTED", attempt: "ABANDONED" }]);
    expect(BigInt(rows[0]?.cost)).toBeGreaterThan(0n);
    expect(rows[0]).toMatchObject({ attempt_cost: rows[0]?.cost, day_nanos: rows[0]?.cost });

    const chat = await findChat("lost", guest.userId);
    expect(chat?.running).toBe(false);
    const shown = chat?.messages.at(-1)?.parts ?? [];
    expect(shown[0]).toMatchObject({ type: "text", text: expect.stringMatching(/\w+/) });
    expect(shown).toContainEqual(expect.objectContaining({ type: "data-notice" }));

    const undead = getRunningTurns().get(turnId);
    getRunningTurns().delete(turnId);
    const again = await readAnswer(await guest.ask({ id: "lost" }));
    expect(again).toMatchObject({ turnId, notices: ["interrupted"] });
    expect(again.parts.some((part) => part.type === "finish")).toBe(true);
    // Should the lost server live after all, what it writes later changes nothing.
    undead?.stop("interrupted");
    await undead?.stream.close();
    expect((await getPool().query("SELECT status FROM turns WHERE id = $1", [turnId])).rows[0]?.status).toBe(
      "INTERRUPTED",
    );
  });
});

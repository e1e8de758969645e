import { describe, expect, it, vi } from "vitest";
import { getPool } from "@/lib/db/pool";
import { findStreamBatches } from "@/lib/db/turn-stream-parts";
import { useTestDatabase } from "@/test/database";
import { readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");

describe("answer", () => {
  it("is shown only once its call is on record: a crash leaves the cost of what was seen", async () => {
    const guest = await signInGuest();
    const locker = await getPool().connect();
    try {
      await locker.query("BEGIN");
      await locker.query("LOCK TABLE attempts IN EXCLUSIVE MODE");
      const response = await guest.ask({});
      const turnId = response.headers.get("x-turn-id") ?? "";
      // The first batch, the stream's start, was stored; the whole answer has long left the provider.
      await vi.waitFor(async () => expect(await findStreamBatches(turnId)).not.toEqual([]), 10_000);
      await vi.waitFor(() => expect(simulated.provider.stats().total.completed).toBe(1), 10_000);
      await new Promise((resolve) => setImmediate(resolve));
      expect(JSON.stringify(await findStreamBatches(turnId))).not.toContain("text-delta");

      await locker.query("COMMIT");
      expect((await readAnswer(response)).text).toBe("A plain answer.");
    } finally {
      locker.release(true);
    }
  });
});

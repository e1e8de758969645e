import { expect, it, vi } from "vitest";
import type { StreamBatch } from "@/lib/db/turn-stream-parts";
import { type BatchSource, GroupCommit } from "./group-commit";

function source(turnId: string): BatchSource & { stored: number; pending: number } {
  let sequence = 0;
  return {
    stored: 0,
    pending: 0,
    takeBatch() {
      if (this.pending === 0) return null;
      const frames = `${this.pending}`;
      this.pending = 0;
      return { turnId, sequence: sequence++, frames };
    },
    onStored() {
      this.stored++;
    },
    onLost: () => expect.unreachable(),
  };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

it("stores what is urgent at once, alone, and the rest when its time has come", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const stored: string[][] = [];
  const commit = new GroupCommit(async (batches: readonly StreamBatch[]) => {
    stored.push(batches.map(({ turnId }) => turnId));
  });
  const [slow, quick] = [source("slow"), source("quick")];
  const write = (to: typeof slow, urgent: boolean) => {
    to.pending++;
    commit.request(to, urgent);
  };
  write(slow, false);
  await settle();
  write(slow, false);
  await settle();
  expect(stored).toEqual([["slow"]]);
  write(quick, true);
  await settle();
  expect(stored).toEqual([["slow"], ["quick"]]);
  // However much is urgent, the others get their turn.
  for (let ms = 0; ms < 60; ms += 10) {
    write(quick, true);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(slow.stored).toBe(2);
  expect(stored.flat().filter((turnId) => turnId === "quick").length).toBeGreaterThanOrEqual(6);
  vi.useRealTimers();
});

import { expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { newId } from "./ids";
import { appendStreamBatch, findStreamBatches, insertStreamBatches } from "./turn-stream-parts";

useTestDatabase();

it("stores an end behind what others write at the same time, and is not lost", async () => {
  const turnId = newId();
  const batches = Array.from({ length: 40 }, (_, sequence) => ({
    turnId,
    sequence,
    frames: `batch ${sequence}`,
  }));
  await insertStreamBatches(batches.slice(0, 2));
  await Promise.all([
    ...batches.slice(2).map((batch) => insertStreamBatches([batch])),
    ...Array.from({ length: 5 }, (_, index) => appendStreamBatch(turnId, `end ${index}`)),
  ]);
  const stored = await findStreamBatches(turnId);
  expect(stored.filter(({ frames }) => frames.startsWith("end"))).toHaveLength(5);
  expect(new Set(stored.map(({ sequence }) => sequence)).size).toBe(stored.length);
});

import "server-only";
import { findStreamBatches } from "@/lib/db/turn-stream-parts";
import { DONE_FRAME, PING_FRAME } from "./frames";
import { getRunningTurns } from "./running-turns";
import type { TurnStream } from "./turn-stream";

const PING_INTERVAL_MS = 15_000;
/** How often a turn that another server produces is looked up. */
const POLL_INTERVAL_MS = 150;

const encoder = new TextEncoder();

/**
 * A turn's bytes from its first part, for one reader: from memory where this process produces it, else from the
 * database until its end is stored. Leaving has no effect on the turn.
 * @param isRunning asked of the database when a stored stream has no end yet: false means that none will come
 */
export function readTurnStream(
  turnId: string,
  isRunning: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  const running = getRunningTurns().get(turnId);
  return running === undefined ? readStored(turnId, isRunning) : readLive(running.stream);
}

function readLive(stream: TurnStream): ReadableStream<Uint8Array> {
  let batch = 0;
  let next: ReturnType<TurnStream["read"]> | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        next ??= stream.read(batch);
        const result = await orPing(next);
        if (result === "ping") return controller.enqueue(encoder.encode(PING_FRAME));
        next = undefined;
        if (result === null) return controller.close();
        batch = result.nextBatch;
        controller.enqueue(result.bytes);
      },
    },
    { highWaterMark: 0 },
  );
}

async function orPing<T>(promise: Promise<T>): Promise<T | "ping"> {
  let timer: NodeJS.Timeout | undefined;
  const ping = new Promise<"ping">((resolve) => {
    timer = setTimeout(resolve, PING_INTERVAL_MS, "ping");
  });
  try {
    return await Promise.race([promise, ping]);
  } finally {
    clearTimeout(timer);
  }
}

function readStored(turnId: string, isRunning: () => Promise<boolean>): ReadableStream<Uint8Array> {
  let nextSequence = 0;
  let left = false;
  return new ReadableStream(
    {
      async pull(controller) {
        while (!left) {
          // Asked before reading: a turn that ended in between has its last parts in what is read now.
          const running = await isRunning();
          const batches = await findStreamBatches(turnId, nextSequence);
          nextSequence = (batches.at(-1)?.sequence ?? nextSequence - 1) + 1;
          if (batches.length > 0)
            controller.enqueue(encoder.encode(batches.map(({ frames }) => frames).join("")));
          if (batches.at(-1)?.frames.endsWith(DONE_FRAME) || !running) return controller.close();
          if (batches.length > 0) return;
          await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
        }
      },
      cancel() {
        left = true;
      },
    },
    { highWaterMark: 0 },
  );
}

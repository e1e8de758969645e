import { describe, expect, it } from "vitest";
import type { StreamBatch } from "@/lib/db/turn-stream-parts";
import { decodeFrames } from "./frames";
import { GroupCommit } from "./group-commit";
import { TurnStream } from "./turn-stream";

/** An insert that the test lets through when it likes. */
function controlledInsert() {
  const stored: StreamBatch[][] = [];
  let release: (() => void)[] = [];
  let open = true;
  return {
    stored,
    hold: () => {
      open = false;
    },
    letGo: () => {
      open = true;
      for (const resolve of release) resolve();
      release = [];
    },
    insert: async (batches: readonly StreamBatch[]) => {
      if (!open) await new Promise<void>((resolve) => release.push(resolve));
      stored.push([...batches]);
    },
  };
}

async function readAll(stream: TurnStream): Promise<string> {
  const chunks: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const next = await stream.read(at);
    if (next === null) return Buffer.concat(chunks).toString("utf8");
    chunks.push(next.bytes);
    at = next.nextBatch;
  }
}

describe("TurnStream", () => {
  it("gives every reader the same bytes, whenever it comes", async () => {
    const stream = new TurnStream("t1", new GroupCommit(controlledInsert().insert));
    stream.write({ type: "start", messageId: "t1" });
    const early = readAll(stream);
    for (const delta of ["Hel", "lo ", "wörld"]) stream.write({ type: "text-delta", id: "text", delta });
    await stream.close();
    const late = await readAll(stream);
    expect(await early).toBe(late);
    const deltas = decodeFrames(late).flatMap((part) => (part.type === "text-delta" ? [part.delta] : []));
    expect(deltas.join("")).toBe("Hello wörld");
    expect(late.endsWith("data: [DONE]\n\n")).toBe(true);
  });

  it("shows nothing that is not stored", async () => {
    const database = controlledInsert();
    database.hold();
    const stream = new TurnStream("t1", new GroupCommit(database.insert));
    stream.write({ type: "start", messageId: "t1" });
    let seen = false;
    const reading = stream.read(0).then(() => {
      seen = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toBe(false);
    database.letGo();
    await reading;
    expect(database.stored).toHaveLength(1);
  });

  it("gathers the parts of all turns while one insert runs", async () => {
    const database = controlledInsert();
    const commit = new GroupCommit(database.insert);
    database.hold();
    const streams = ["a", "b", "c"].map((id) => new TurnStream(id, commit));
    for (const stream of streams) {
      stream.write({ type: "start", messageId: stream.turnId });
      for (const delta of ["x", "y", "z"]) stream.write({ type: "text-delta", id: "text", delta });
    }
    database.letGo();
    await Promise.all(streams.map((stream) => stream.close()));
    expect(database.stored.length).toBeLessThanOrEqual(3);
    const frames = database.stored.flat().filter((batch) => batch.turnId === "b");
    expect(frames.map((batch) => batch.sequence)).toEqual(frames.map((_, index) => index));
  });

  it("tries again when the database is away for a moment", async () => {
    let failures = 2;
    const stream = new TurnStream(
      "t1",
      new GroupCommit(async () => {
        if (failures-- > 0) throw new Error("away");
      }),
    );
    stream.write({ type: "start", messageId: "t1" });
    await stream.close();
    expect(await readAll(stream)).toContain('"start"');
  });
});

import "server-only";
import type { StreamBatch } from "@/lib/db/turn-stream-parts";
import { DONE_FRAME, encodeFrame, type StreamPart } from "./frames";
import { type BatchSource, type GroupCommit, getGroupCommit } from "./group-commit";

const encoder = new TextEncoder();

/**
 * The stream of one turn on the server that produces it. Parts are shown to readers once they are stored, so what a
 * reader saw is what a crash leaves. Readers come and go; the producer does not notice.
 */
export class TurnStream implements BatchSource {
  readonly turnId: string;
  private readonly commit: GroupCommit;
  private pending: string[] = [];
  private sequence = 0;
  private closing = false;
  private readonly stored: Uint8Array[] = [];
  private ended = false;
  private wakeReaders: (() => void)[] = [];
  private shownContent = false;

  constructor(turnId: string, commit: GroupCommit = getGroupCommit()) {
    this.turnId = turnId;
    this.commit = commit;
  }

  /** Adds a part. The first words are what a person waits for. */
  write(part: StreamPart): void {
    this.pending.push(encodeFrame(part));
    const isContent = part.type === "text-delta" || part.type === "reasoning-delta";
    this.commit.request(this, isContent && !this.shownContent);
    this.shownContent ||= isContent;
  }

  /** Says that no more parts come. Resolves when readers may have seen the last one. */
  close(): Promise<void> {
    this.closing = true;
    this.pending.push(DONE_FRAME);
    this.commit.request(this, true);
    return this.whenEnded();
  }

  /** The bytes from a batch on, once there are any; null at the end. */
  async read(fromBatch: number): Promise<{ bytes: Uint8Array; nextBatch: number } | null> {
    while (this.stored.length <= fromBatch) {
      if (this.ended) return null;
      await this.wake();
    }
    const batches = this.stored.slice(fromBatch);
    return {
      bytes: batches.length === 1 ? (batches[0] ?? new Uint8Array()) : join(batches),
      nextBatch: this.stored.length,
    };
  }

  takeBatch(): StreamBatch | null {
    if (this.pending.length === 0) return null;
    const frames = this.pending.join("");
    this.pending = [];
    return { turnId: this.turnId, sequence: this.sequence++, frames };
  }

  onStored(batch: StreamBatch): void {
    this.stored.push(encoder.encode(batch.frames));
    this.advance();
  }

  /** The database did not take it: readers are let go, and find the turn as it is stored when they come back. */
  onLost(): void {
    this.closing = true;
    this.pending = [];
    this.advance();
  }

  private advance(): void {
    if (this.closing && this.pending.length === 0) this.ended = true;
    const waking = this.wakeReaders;
    this.wakeReaders = [];
    for (const wake of waking) wake();
  }

  private wake(): Promise<void> {
    return new Promise((resolve) => this.wakeReaders.push(resolve));
  }

  private async whenEnded(): Promise<void> {
    while (!this.ended) await this.wake();
  }
}

function join(batches: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(batches);
}

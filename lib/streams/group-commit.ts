import "server-only";
import { insertStreamBatches, type StreamBatch } from "@/lib/db/turn-stream-parts";

/** Whoever has parts to store: asked for its next batch, and told when that batch is stored or can't be. */
export type BatchSource = {
  takeBatch(): StreamBatch | null;
  onStored(batch: StreamBatch): void;
  onLost(batch: StreamBatch): void;
};

/** Between two commits, so that words that come one by one share one; below what the eye tells apart. */
const MIN_INTERVAL_MS = 40;
const RETRY_DELAYS_MS = [100, 300, 1_000, 3_000, 6_000] as const;

declare global {
  var parapetGroupCommit: GroupCommit | undefined;
}

/**
 * Stores the parts of all turns of this process, one insert at a time: while one runs, the parts of every turn gather
 * for the next. So the cost of storing is per interval, not per word and reader.
 */
export class GroupCommit {
  private readonly waiting = new Set<BatchSource>();
  private urgentWaiting = false;
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private lastCommitMs = 0;
  private readonly insert: (batches: readonly StreamBatch[]) => Promise<void>;

  constructor(insert = insertStreamBatches) {
    this.insert = insert;
  }

  /** Has the source's next batch stored soon; at once when `urgent` (a first word, an end) and none is under way. */
  request(source: BatchSource, urgent: boolean): void {
    this.waiting.add(source);
    this.urgentWaiting ||= urgent;
    if (this.running) return;
    const dueInMs = this.urgentWaiting ? 0 : this.lastCommitMs + MIN_INTERVAL_MS - performance.now();
    if (dueInMs <= 0) {
      clearTimeout(this.timer);
      this.timer = undefined;
      void this.run();
    } else {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        void this.run();
      }, dueInMs);
    }
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    const sources = [...this.waiting];
    this.waiting.clear();
    this.urgentWaiting = false;
    const taken = sources.flatMap((source) => {
      const batch = source.takeBatch();
      return batch === null ? [] : [{ source, batch }];
    });
    const stored = taken.length === 0 || (await this.store(taken.map(({ batch }) => batch)));
    this.lastCommitMs = performance.now();
    this.running = false;
    for (const { source, batch } of taken) {
      if (stored) source.onStored(batch);
      else source.onLost(batch);
    }
    const [next] = this.waiting;
    if (next !== undefined) this.request(next, false);
  }

  private async store(batches: readonly StreamBatch[]): Promise<boolean> {
    for (const delayMs of [...RETRY_DELAYS_MS, null]) {
      try {
        await this.insert(batches);
        return true;
      } catch {
        // The database may be restarting: what is not stored is not shown, so readers wait with us.
        if (delayMs !== null) await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
    return false;
  }
}

export function getGroupCommit(): GroupCommit {
  globalThis.parapetGroupCommit ??= new GroupCommit();
  return globalThis.parapetGroupCommit;
}

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
/** Added for each turn that waits, so that a busy server writes fewer and larger pieces; 100 turns make it 120 ms. */
const INTERVAL_PER_TURN_MS = 0.8;
const MAX_INTERVAL_MS = 120;
const RETRY_DELAYS_MS = [100, 300, 1_000, 3_000, 6_000] as const;

declare global {
  var parapetGroupCommit: GroupCommit | undefined;
}

/**
 * Stores the parts of all turns of this process, one insert at a time: while one runs, the parts of every turn gather
 * for the next. So the cost of storing is per interval, not per word and reader. What somebody waits for does not wait
 * for the interval, and takes nobody else's parts with it.
 */
export class GroupCommit {
  private readonly waiting = new Set<BatchSource>();
  private readonly urgent = new Set<BatchSource>();
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private dueMs = 0;
  private readonly insert: (batches: readonly StreamBatch[]) => Promise<void>;

  constructor(insert = insertStreamBatches) {
    this.insert = insert;
  }

  /** Has the source's next batch stored soon; at once when `urgent` (a first word, an end) and none is under way. */
  request(source: BatchSource, urgent: boolean): void {
    (urgent ? this.urgent : this.waiting).add(source);
    if (!this.running) this.plan();
  }

  private plan(): void {
    const waitMs = this.dueMs - performance.now();
    if (this.waiting.size > 0 && waitMs <= 0) void this.run(this.waiting, this.urgent);
    else if (this.urgent.size > 0) void this.run(this.urgent);
    else if (this.waiting.size > 0) this.timer ??= setTimeout(this.onDue, waitMs);
  }

  private readonly onDue = (): void => {
    this.timer = undefined;
    if (!this.running) this.plan();
  };

  private async run(...groups: Set<BatchSource>[]): Promise<void> {
    this.running = true;
    const isForAll = groups.includes(this.waiting);
    const sources = new Set(groups.flatMap((group) => [...group]));
    for (const group of groups) group.clear();
    const taken = [...sources].flatMap((source) => {
      const batch = source.takeBatch();
      return batch === null ? [] : [{ source, batch }];
    });
    const stored = taken.length === 0 || (await this.store(taken.map(({ batch }) => batch)));
    if (isForAll) this.dueMs = performance.now() + intervalFor(sources.size);
    this.running = false;
    for (const { source, batch } of taken) {
      if (stored) source.onStored(batch);
      else source.onLost(batch);
    }
    if (!this.running) this.plan();
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

function intervalFor(turns: number): number {
  return Math.min(MAX_INTERVAL_MS, MIN_INTERVAL_MS + turns * INTERVAL_PER_TURN_MS);
}

export function getGroupCommit(): GroupCommit {
  globalThis.parapetGroupCommit ??= new GroupCommit();
  return globalThis.parapetGroupCommit;
}

import { CallCounter, type Stats } from "./call-counts";
import type { CallEnd, CallRecord, CallStart } from "./call-record";
import { RecentCalls } from "./recent-calls";

/** Knows what the simulator was asked and what became of it, in bounded memory. */
export class CallBook {
  readonly #counter = new CallCounter();
  readonly #recent = new RecentCalls();
  #opened = 0;

  /** Returns the function that ends the call; calling it again has no effect. */
  open(start: CallStart): (end: CallEnd) => void {
    const startMs = performance.now();
    const record: CallRecord = {
      number: ++this.#opened,
      at: new Date().toISOString(),
      ...start,
      outcome: "running",
      status: null,
      inputTokens: 0,
      outputTokens: 0,
      deltasSent: 0,
      durationMs: null,
    };
    this.#recent.keep(record);
    const counted = this.#counter.countsFor(start);
    for (const counts of counted) {
      counts.requests++;
      counts.inFlight++;
      counts.maxInFlight = Math.max(counts.maxInFlight, counts.inFlight);
    }
    return ({ outcome, status, inputTokens = 0, outputTokens = 0, deltasSent = 0 }) => {
      if (record.outcome !== "running") return;
      const durationMs = Math.round(performance.now() - startMs);
      Object.assign(record, { outcome, status, inputTokens, outputTokens, deltasSent, durationMs });
      for (const counts of counted) {
        counts.inFlight--;
        counts[outcome]++;
        counts.inputTokens += inputTokens;
        counts.outputTokens += outputTokens;
      }
    };
  }

  stats(): Stats {
    return this.#counter.read();
  }

  /** The newest calls, oldest first. */
  requests(last: number): CallRecord[] {
    return this.#recent.last(last);
  }

  clear(): void {
    this.#counter.clear();
    this.#recent.clear();
  }
}

import "server-only";

/** A stage of a turn as it is recorded. Times are milliseconds, `startMs` since the request came in. */
export type TraceEntry = {
  readonly stage: string;
  readonly startMs: number;
  readonly durationMs: number;
  /** `ok`, or the code of what ended the stage. */
  readonly outcome: string;
};

const DECIMALS = 100;

/** When each stage of a turn began, how long it took, and how it ended. */
export class Trace {
  readonly entries: TraceEntry[] = [];
  private readonly originMs = performance.now();

  /** Runs a stage and records it; what it throws goes on. */
  async stage<T>(stage: string, run: () => Promise<T> | T): Promise<T> {
    const startMs = this.elapsedMs();
    let outcome = "ok";
    try {
      return await run();
    } catch (error) {
      outcome = error instanceof Error && "code" in error ? String(error.code) : "error";
      throw error;
    } finally {
      this.entries.push({ stage, startMs, durationMs: round(this.elapsedMs() - startMs), outcome });
    }
  }

  /** Milliseconds since the request came in. */
  elapsedMs(): number {
    return round(performance.now() - this.originMs);
  }
}

function round(ms: number): number {
  return Math.round(ms * DECIMALS) / DECIMALS;
}

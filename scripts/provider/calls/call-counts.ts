import type { CallRecord, CallStart } from "./call-record";

export type CallCounts = {
  requests: number;
  completed: number;
  failed: number;
  aborted: number;
  inputTokens: number;
  outputTokens: number;
  inFlight: number;
  maxInFlight: number;
};

export type StatsRow = CallCounts & Pick<CallRecord, "target" | "endpoint" | "model">;

export type Stats = { readonly total: CallCounts; readonly rows: readonly StatsRow[] };

const MAX_ROWS = 500;

/** Counts calls, all together and by provider, endpoint and model; the models beyond the 500th share one row. */
export class CallCounter {
  readonly #total = createCounts();
  readonly #rows = new Map<string, StatsRow>();

  /** Returns the counts that the call has to be added to. */
  countsFor({ target, endpoint, model }: CallStart): readonly CallCounts[] {
    const key = `${target} ${endpoint} ${model}`;
    let row = this.#rows.get(key);
    if (!row && this.#rows.size >= MAX_ROWS)
      row = this.#rows.get("") ?? this.#add("", target, endpoint, "(other)");
    return [this.#total, row ?? this.#add(key, target, endpoint, model)];
  }

  read(): Stats {
    return { total: { ...this.#total }, rows: [...this.#rows.values()].map((row) => ({ ...row })) };
  }

  /** Starts anew; calls that are under way stay counted as asked. */
  clear(): void {
    restart(this.#total);
    for (const [key, row] of this.#rows) {
      if (row.inFlight === 0) this.#rows.delete(key);
      else restart(row);
    }
  }

  #add(key: string, target: StatsRow["target"], endpoint: StatsRow["endpoint"], model: string): StatsRow {
    const row = { target, endpoint, model, ...createCounts() };
    this.#rows.set(key, row);
    return row;
  }
}

function createCounts(): CallCounts {
  return {
    requests: 0,
    completed: 0,
    failed: 0,
    aborted: 0,
    inputTokens: 0,
    outputTokens: 0,
    inFlight: 0,
    maxInFlight: 0,
  };
}

function restart(counts: CallCounts): void {
  const { inFlight } = counts;
  Object.assign(counts, createCounts(), { requests: inFlight, inFlight, maxInFlight: inFlight });
}

/** Something that is due at a time; `run` moves `dueMs` on, or takes the job off the pacer. */
export type Job = { dueMs: number; run(nowMs: number): void };

/**
 * Runs jobs when they are due, on one timer for all of them: hundreds of streams that send a token every 20 ms wake
 * the process at most once a millisecond. Times are performance.now().
 */
export class Pacer {
  readonly #jobs = new Set<Job>();
  #timer: NodeJS.Timeout | null = null;
  #wakeMs = Number.POSITIVE_INFINITY;

  add(job: Job): void {
    this.#jobs.add(job);
    this.#arm(job.dueMs);
  }

  delete(job: Job): void {
    this.#jobs.delete(job);
  }

  stop(): void {
    this.#jobs.clear();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#wakeMs = Number.POSITIVE_INFINITY;
  }

  #arm(dueMs: number): void {
    if (dueMs >= this.#wakeMs) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#wakeMs = dueMs;
    this.#timer = setTimeout(() => this.#wake(), Math.max(1, Math.ceil(dueMs - performance.now())));
  }

  #wake(): void {
    this.#timer = null;
    this.#wakeMs = Number.POSITIVE_INFINITY;
    const nowMs = performance.now();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const job of this.#jobs) {
      if (job.dueMs <= nowMs) job.run(nowMs);
      if (this.#jobs.has(job) && job.dueMs < nextMs) nextMs = job.dueMs;
    }
    if (nextMs < Number.POSITIVE_INFINITY) this.#arm(nextMs);
  }
}

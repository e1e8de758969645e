import type { CallRecord } from "./call-record";

const MAX_RECORDS = 1000;
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** The newest calls, as many as fit: the oldest go when there are too many or their bodies too long together. */
export class RecentCalls {
  #records: CallRecord[] = [];
  #characters = 0;

  keep(record: CallRecord): void {
    this.#records.push(record);
    this.#characters += record.bodyText.length;
    while (
      this.#records.length > MAX_RECORDS ||
      (this.#characters > MAX_CHARACTERS && this.#records.length > 1)
    ) {
      this.#characters -= this.#records.shift()?.bodyText.length ?? 0;
    }
  }

  /** Oldest first. */
  last(count: number): CallRecord[] {
    return count <= 0 ? [] : this.#records.slice(-count).map((record) => ({ ...record }));
  }

  clear(): void {
    this.#records = [];
    this.#characters = 0;
  }
}

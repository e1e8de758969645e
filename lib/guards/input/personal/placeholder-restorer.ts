import "server-only";
import { findCandidate, readPlaceholder } from "./placeholder";

/**
 * Puts values back in the place of their placeholders while a text streams, in each of the spellings that
 * `readPlaceholder` knows. The bytes are the same whatever the pieces were; less than one placeholder is held back.
 */
export class PlaceholderRestorer {
  readonly #values: ReadonlyMap<string, string>;
  #held = "";
  /** The sign before what is held. */
  #previous = "";

  /** `values` by the names of their placeholders: `CARD_1`. */
  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  /** Takes the next piece, returns what can no longer be the beginning of a placeholder. */
  push(delta: string): string {
    if (this.#values.size === 0) return delta;
    this.#held += delta;
    return this.#release(false);
  }

  /** The text has ended: returns the rest. */
  flush(): string {
    return this.#release(true);
  }

  #release(hasEnded: boolean): string {
    const text = this.#held;
    const signBefore = (index: number): string => (index === 0 ? this.#previous : text.charAt(index - 1));
    let out = "";
    let copied = 0;
    let at = findCandidate(text, 0);
    while (at >= 0) {
      const reading = readPlaceholder(text, at, signBefore(at), hasEnded);
      if (reading === "more") break;
      const value = reading === null ? undefined : this.#values.get(reading.name);
      if (reading === null || value === undefined) at = findCandidate(text, at + 1);
      else {
        out += text.slice(copied, at) + value;
        copied = reading.end;
        at = findCandidate(text, copied);
      }
    }
    const end = at < 0 ? text.length : at;
    out += text.slice(copied, end);
    this.#previous = end === 0 ? this.#previous : text.charAt(end - 1);
    this.#held = text.slice(end);
    return out;
  }
}

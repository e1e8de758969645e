import "server-only";

/**
 * Puts values back in the place of their placeholders while a text streams. The bytes are the same whatever the pieces
 * were; at most one placeholder's length less one is held back.
 */
export class PlaceholderRestorer {
  readonly #values: ReadonlyMap<string, string>;
  readonly #longest: number;
  #held = "";

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
    this.#longest = Math.max(0, ...[...values.keys()].map((placeholder) => placeholder.length));
  }

  /** Takes the next piece, returns what can no longer be the beginning of a placeholder. */
  push(delta: string): string {
    if (this.#longest === 0) return delta;
    this.#held += delta;
    return this.#release(false);
  }

  /** The text has ended: returns the rest. */
  flush(): string {
    return this.#release(true);
  }

  #release(ended: boolean): string {
    const text = this.#held;
    let out = "";
    let at = 0;
    while (at < text.length) {
      const open = text.indexOf("[", at);
      if (open === -1) {
        out += text.slice(at);
        at = text.length;
        break;
      }
      out += text.slice(at, open);
      at = open;
      const whole = this.#placeholderAt(text, open);
      if (whole !== null) {
        out += this.#values.get(whole) ?? whole;
        at = open + whole.length;
      } else if (!ended && this.#mayBegin(text.slice(open))) break;
      else {
        out += "[";
        at = open + 1;
      }
    }
    this.#held = text.slice(at);
    return out;
  }

  #placeholderAt(text: string, open: number): string | null {
    const close = text.indexOf("]", open);
    if (close === -1 || close - open >= this.#longest) return null;
    const candidate = text.slice(open, close + 1);
    return this.#values.has(candidate) ? candidate : null;
  }

  #mayBegin(rest: string): boolean {
    return (
      rest.length < this.#longest &&
      [...this.#values.keys()].some((placeholder) => placeholder.startsWith(rest))
    );
  }
}

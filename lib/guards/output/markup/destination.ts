import "server-only";

type State = "before" | "angle" | "bare" | "after" | "title" | "closing";

const isBlank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;
const titleEnds: Readonly<Record<number, number>> = { 34: 34, 39: 39, 40: 41 };

/** Reads what follows `](` or `]:` character by character: an address, perhaps a title, and for links a `)`. */
export class Destination {
  /** Where the address starts and ends, once it is known. */
  start = -1;
  end = -1;
  #state: State = "before";
  #depth = 0;
  #titleEnd = 0;
  #isEscaped = false;
  readonly #isDefinition: boolean;

  constructor(isDefinition: boolean) {
    this.#isDefinition = isDefinition;
  }

  /** Reads a character: "done" when the construct ends with it, "failed" when this is none. */
  step(code: number, index: number): "done" | "failed" | null {
    if (this.#isEscaped) {
      this.#isEscaped = false;
      if (!isBlank(code)) return null;
    }
    if (code === 92 && this.#state !== "after" && this.#state !== "closing") {
      this.#isEscaped = true;
      if (this.#state === "before") this.#begin("bare", index);
      return null;
    }
    if (this.#state === "before") return this.#stepBefore(code, index);
    if (this.#state === "angle") return this.#stepAngle(code, index);
    if (this.#state === "bare") return this.#stepBare(code, index);
    return this.#stepBehind(code);
  }

  /** Nothing follows any more: an address that is being read ends here. */
  endAddress(length: number): void {
    if (this.start >= 0 && this.end < 0) this.end = length;
  }

  #begin(state: State, index: number): null {
    this.#state = state;
    this.start = index;
    return null;
  }

  #stepBefore(code: number, index: number): "done" | "failed" | null {
    if (isBlank(code)) return null;
    if (code === 60) return this.#begin("angle", index + 1);
    if (code === 41 && !this.#isDefinition) return "failed";
    this.#begin("bare", index);
    return this.#stepBare(code, index);
  }

  #stepAngle(code: number, index: number): "done" | "failed" | null {
    if (code === 10 || code === 13) return "failed";
    if (code === 62) this.#endAddress(index);
    return code === 62 && this.#isDefinition ? "done" : null;
  }

  #stepBare(code: number, index: number): "done" | "failed" | null {
    if (isBlank(code)) {
      this.#endAddress(index);
      return this.#isDefinition ? "done" : null;
    }
    if (code === 40) this.#depth++;
    if (code !== 41 || this.#isDefinition || this.#depth-- > 0) return null;
    this.#endAddress(index);
    return "done";
  }

  #stepBehind(code: number): "done" | "failed" | null {
    if (this.#state === "title") {
      if (code === this.#titleEnd) this.#state = "closing";
      return null;
    }
    if (isBlank(code)) return null;
    if (code === 41) return "done";
    const titleEnd = titleEnds[code];
    if (this.#state === "closing" || titleEnd === undefined) return "failed";
    this.#titleEnd = titleEnd;
    this.#state = "title";
    return null;
  }

  #endAddress(index: number): void {
    this.end = index;
    this.#state = "after";
  }
}

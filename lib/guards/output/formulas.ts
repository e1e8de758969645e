import "server-only";

const dollar = 36;
const backslash = 92;
const closings: Readonly<Record<number, number>> = { 40: 41, 91: 93 };

/** Follows formulas where the page takes them for such: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. */
export class Formulas {
  /** What closes the formula that is open: a bracket behind a backslash, one dollar sign or two. */
  #closing: number | "$" | "$$" | null = null;
  #previous = 0;
  #mayOpen = false;

  get isOpen(): boolean {
    return this.#closing !== null;
  }

  step(code: number): void {
    const previous = this.#previous;
    this.#previous = code;
    if (previous === backslash) this.#stepEscaped(code);
    else if (code === dollar) this.#stepDollar(previous);
    else if (previous === dollar && this.#mayOpen && this.#closing === null && !isPriceOrBlank(code))
      this.#closing = "$";
  }

  endLine(): void {
    if (this.#closing === "$") this.#closing = null;
    this.#previous = 0;
  }

  endParagraph(): void {
    this.#closing = null;
    this.#previous = 0;
  }

  #stepEscaped(code: number): void {
    if (this.#closing === null) this.#closing = closings[code] ?? null;
    else if (this.#closing === code) this.#closing = null;
    // A second backslash escapes nothing.
    this.#previous = 0;
  }

  #stepDollar(previous: number): void {
    const isSecond = previous === dollar;
    // One that closes a formula, or is the second of two, opens none.
    if (isSecond || this.#closing === "$") this.#previous = 0;
    if (this.#closing === "$" || (this.#closing === "$$" && isSecond)) this.#closing = null;
    else if (this.#closing === null && isSecond) this.#closing = "$$";
    else this.#mayOpen = !isWordCode(previous);
  }
}

function isPriceOrBlank(code: number): boolean {
  return code <= 32 || (code >= 48 && code <= 57);
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) || code === 95;
}

import "server-only";

/** What a reader of JSON tells about, in order. `at` is the index of the event's first character. */
export type JsonEvents = {
  /** A value of this kind starts. */
  value(kind: JsonKind, at: number): void;
  /** A string, number or word has ended. */
  scalar(value: string | number | boolean | null, at: number): void;
  key(name: string, at: number): void;
  /** An object or list has ended. */
  close(at: number): void;
};

export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null";

type Expect = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close" | "end";

const isBlank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const maxScalarChars = 65_536;

/** Reads JSON (RFC 8259) character by character; throws nothing, but says where it stops being JSON. */
export class JsonReader {
  #expect: Expect = "value";
  #stack: ("object" | "array")[] = [];
  #scalar = "";
  #scalarAt = 0;
  #mode: "between" | "string" | "bare" = "between";
  #isEscaped = false;
  #isKey = false;
  readonly #events: JsonEvents;

  constructor(events: JsonEvents) {
    this.#events = events;
  }

  /** Whether one whole value has been read. */
  get isWhole(): boolean {
    return this.#expect === "end" && this.#mode === "between";
  }

  /** Reads a character; false when it can't stand there. */
  step(code: number, index: number): boolean {
    const character = String.fromCharCode(code);
    if (this.#mode === "string") return this.#stepString(code, character);
    if (this.#mode === "bare") {
      if (/[-+.\w]/.test(character)) return this.#add(character);
      if (!this.#endBare()) return false;
    }
    return isBlank(code) || this.#stepBetween(character, index);
  }

  /** The text has ended: a number at its end has as well. */
  end(): boolean {
    return this.#mode === "bare" ? this.#endBare() && this.isWhole : this.isWhole;
  }

  #add(character: string): boolean {
    this.#scalar += character;
    return this.#scalar.length <= maxScalarChars;
  }

  #stepString(code: number, character: string): boolean {
    if (code < 32) return false;
    if (!this.#isEscaped && character === '"') return this.#endString();
    this.#isEscaped = !this.#isEscaped && character === "\\";
    return this.#add(character);
  }

  #endString(): boolean {
    this.#mode = "between";
    const value = parseOrNull(`"${this.#scalar}"`);
    if (typeof value !== "string") return false;
    if (this.#isKey) {
      this.#events.key(value, this.#scalarAt);
      this.#expect = "colon";
    } else this.#endScalar(value);
    return true;
  }

  #endBare(): boolean {
    this.#mode = "between";
    const word = words.get(this.#scalar);
    const value = word === undefined ? parseOrNull(this.#scalar) : word;
    if (word === undefined && typeof value !== "number") return false;
    this.#endScalar(value as number | boolean | null);
    return true;
  }

  #endScalar(value: string | number | boolean | null): void {
    this.#events.scalar(value, this.#scalarAt);
    this.#expect = this.#stack.length > 0 ? "comma-or-close" : "end";
  }

  #stepBetween(character: string, index: number): boolean {
    if (character === "}" || character === "]") return this.#close(character, index);
    if (character === "," && this.#expect === "comma-or-close") {
      this.#expect = this.#stack.at(-1) === "object" ? "key" : "value";
      return true;
    }
    if (character === ":" && this.#expect === "colon") {
      this.#expect = "value";
      return true;
    }
    if (this.#expect === "key" || this.#expect === "key-or-close")
      return character === '"' && this.#begin("string", index, true);
    if (this.#expect !== "value" && this.#expect !== "value-or-close") return false;
    return this.#beginValue(character, index);
  }

  #beginValue(character: string, index: number): boolean {
    if (character === "{" || character === "[") {
      const kind = character === "{" ? "object" : "array";
      this.#events.value(kind, index);
      this.#stack.push(kind);
      this.#expect = kind === "object" ? "key-or-close" : "value-or-close";
      return true;
    }
    if (character === '"') {
      this.#events.value("string", index);
      return this.#begin("string", index, false);
    }
    if (!/[-\dtfn]/.test(character)) return false;
    this.#events.value(character === "n" ? "null" : /[tf]/.test(character) ? "boolean" : "number", index);
    this.#begin("bare", index, false);
    return this.#add(character);
  }

  #begin(mode: "string" | "bare", index: number, isKey: boolean): boolean {
    this.#mode = mode;
    this.#scalar = "";
    this.#scalarAt = index;
    this.#isKey = isKey;
    this.#isEscaped = false;
    return true;
  }

  #close(character: string, index: number): boolean {
    const kind = character === "}" ? "object" : "array";
    const mayClose =
      this.#expect === "comma-or-close" ||
      this.#expect === (kind === "object" ? "key-or-close" : "value-or-close");
    if (!mayClose || this.#stack.pop() !== kind) return false;
    this.#events.close(index);
    this.#expect = this.#stack.length > 0 ? "comma-or-close" : "end";
    return true;
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

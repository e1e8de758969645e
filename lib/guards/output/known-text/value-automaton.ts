import "server-only";

type Node = { readonly next: Map<number, Node>; readonly depth: number; fail: Node | null; value: number };

/** All values at once, forwards and backwards: Aho and Corasick's automaton (1975) over folded characters. */
export class ValueAutomaton {
  readonly root: Node = { next: new Map(), depth: 0, fail: null, value: -1 };
  readonly maxDepth: number;

  constructor(values: readonly string[]) {
    this.maxDepth = Math.max(1, ...values.map((value) => value.length));
    values.forEach((value, index) => {
      this.#add(value, index);
      this.#add([...value].reverse().join(""), index);
    });
    this.#link();
  }

  step(from: Node, code: number): Node {
    let node = from;
    for (;;) {
      const next = node.next.get(code);
      if (next) return next;
      if (!node.fail) return node;
      node = node.fail;
    }
  }

  #add(value: string, index: number): void {
    let node = this.root;
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), depth: node.depth + 1, fail: null, value: -1 };
        node.next.set(code, next);
      }
      node = next;
    }
    node.value = index;
  }

  #link(): void {
    const queue: Node[] = [this.root];
    for (let node = queue.shift(); node; node = queue.shift()) {
      for (const [code, next] of node.next) {
        const fallback = node.fail ? this.step(node.fail, code) : this.root;
        next.fail = fallback;
        if (next.value < 0) next.value = fallback.value;
        queue.push(next);
      }
    }
  }
}

/** Where one view of the text is in the automaton, with the indexes that the last characters came from. */
export class ValueCursor {
  #node: Node;
  #count = 0;
  readonly #sources: Float64Array;
  readonly #automaton: ValueAutomaton;

  constructor(automaton: ValueAutomaton) {
    this.#automaton = automaton;
    this.#node = automaton.root;
    this.#sources = new Float64Array(automaton.maxDepth);
  }

  /** How many characters of a value have been read. */
  get depth(): number {
    return this.#node.depth;
  }

  /** Where the longest beginning of a value starts that has been read, or the given index. */
  holdFrom(index: number): number {
    return this.#node.depth > 0 ? this.#sourceOf(this.#node.depth) : index;
  }

  /** Reads a folded character; the value that ends with it and where it starts, or null. */
  step(code: number, index: number, lengths: readonly number[]): { value: number; start: number } | null {
    this.#sources[this.#count % this.#sources.length] = index;
    this.#count++;
    this.#node = this.#automaton.step(this.#node, code);
    const { value } = this.#node;
    return value < 0 ? null : { value, start: this.#sourceOf(lengths[value] ?? 1) };
  }

  reset(): void {
    this.#node = this.#automaton.root;
  }

  #sourceOf(charsAgo: number): number {
    return this.#sources[(this.#count - charsAgo) % this.#sources.length] ?? 0;
  }
}

export type Bank = Readonly<Record<string, readonly string[]>>;

/** A number from 0 to 1; the same seed gives the same row (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(from: readonly T[], random: () => number): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

const slot = /\{(\w+)\}/;
const choice = /⟨([^⟨⟩]*)⟩/;
const maxExpansions = 200;

/** Writes out a template: `{name}` is an entry of the bank, `⟨a|b|⟩` one of the alternatives; both may nest. */
export function expand(template: string, bank: Bank, random: () => number): string {
  let text = template;
  for (let round = 0; round < maxExpansions; round++) {
    const found = choice.exec(text) ?? slot.exec(text);
    if (found === null) return text.replace(/ {2,}/g, " ").trim();
    const [whole, inner = ""] = found;
    const options = whole.startsWith("{") ? bank[inner] : inner.split("|");
    if (options === undefined) throw new Error(`no slot named ${inner}`);
    const chosen = pick(options, random);
    text = text.slice(0, found.index) + chosen + text.slice(found.index + whole.length);
  }
  throw new Error(`template without end: ${template}`);
}

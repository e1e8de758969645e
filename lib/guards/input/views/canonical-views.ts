import "server-only";
import { decodeBlocks } from "./decode-blocks";
import { decodeEscapes } from "./decode-escapes";
import { foldText } from "./fold-text";
import { type MappedText, unmapped } from "./mapped-text";
import { type RespacedText, respace } from "./respace";
import { respell } from "./respell";
import { unleet } from "./unleet";
import { unreverse, unshift } from "./unturn";

type ViewName =
  | "plain"
  | "respelled"
  | "unescaped"
  | "decoded"
  | "respaced"
  | "unleeted"
  | "shifted"
  | "reversed";

/** One way to read a text: folded, and mapped to where each letter came from. */
export type TextView = MappedText & {
  /** How it was read: `plain`, or what had to be undone. */
  readonly name: ViewName;
  /** Whether words run together, so that they must be looked for anywhere. */
  readonly unbounded: boolean;
  /** Words that mixed look-alikes of other scripts. */
  readonly mixedWords: number;
  /** How much had to be undone, from 0 (nothing, or it cannot be told) to 1 (all of it). */
  readonly undone: number;
};

type CanonicalViews = {
  readonly views: readonly TextView[];
  /** Whether something was encoded deeper than is read. */
  readonly tooDeep: boolean;
};

const maxDepth = 2;

/** Guards read the same text one after the other, so the last answer is kept. */
let last: { readonly text: string; readonly views: CanonicalViews } | null = null;

/**
 * Every way a text can be read, the plain one first. Further views are made only where a cheap test says that there
 * is something to undo; encodings are undone at most two deep, and only when the result reads as language.
 */
export function canonicalViews(text: string): CanonicalViews {
  if (last?.text !== text) last = { text, views: makeViews(text) };
  return last.views;
}

function makeViews(text: string): CanonicalViews {
  const views: TextView[] = [];
  let layer: { readonly name: ViewName; readonly mapped: MappedText }[] = [
    { name: "plain", mapped: unmapped(text) },
  ];
  for (let depth = 0; layer.length > 0 && depth <= maxDepth; depth++) {
    const next: typeof layer = [];
    for (const { name, mapped } of layer) {
      views.push(...foldedViews(name, mapped));
      const unescaped = decodeEscapes(mapped);
      if (unescaped !== null) next.push({ name: "unescaped", mapped: unescaped });
      const decoded = decodeBlocks(unescaped ?? mapped);
      if (decoded !== null) next.push({ name: "decoded", mapped: decoded });
    }
    layer = next;
  }
  return { views, tooDeep: layer.length > 0 };
}

function* foldedViews(name: ViewName, mapped: MappedText): Generator<TextView> {
  const folded = foldText(mapped);
  const { mixedWords } = folded;
  yield { ...folded, name, unbounded: false, undone: 1 };
  const respelled = respell(folded);
  if (respelled !== null) yield { ...respelled, name: "respelled", unbounded: false, mixedWords, undone: 1 };
  const respaced = respace(folded);
  const closed: RespacedText = respaced ?? { ...folded, unbounded: false, undone: 0 };
  if (respaced !== null) yield { ...respaced, name: "respaced", mixedWords };
  yield* unleetedViews(closed, mixedWords);
  const shifted = unshift(closed.text);
  if (shifted !== null)
    yield* withUnleeted({ ...closed, text: shifted, name: "shifted", mixedWords, undone: 1 });
  const turned = unreverse(closed);
  if (turned !== null)
    yield* withUnleeted({
      ...turned,
      name: "reversed",
      unbounded: closed.unbounded,
      mixedWords,
      undone: turned.surely ? 1 : 0,
    });
}

function* withUnleeted(view: TextView): Generator<TextView> {
  yield view;
  yield* unleetedViews(view, view.mixedWords);
}

function* unleetedViews(closed: RespacedText, mixedWords: number): Generator<TextView> {
  const read = unleet(closed.text);
  if (read !== null) yield { ...closed, text: read.text, name: "unleeted", mixedWords, undone: read.undone };
}

import fc from "fast-check";
import { expect, it } from "vitest";
import { foldText } from "./fold-text";
import { type MappedText, MappedTextWriter, unmapped } from "./mapped-text";

/** Where every unit of a text came from, map or no map. */
function spansOf({ text, starts, ends }: MappedText): Written["spans"] {
  return Array.from({ length: text.length }, (_, index) => [
    starts?.[index] ?? index,
    ends?.[index] ?? index + 1,
  ]);
}

const unit = fc.constantFrom("a", "B", "ß", "é", "ŋ", "Я", "中", "\ud83d\ude00", "\ud800", "\udc00", " ");
const units = fc.string({ unit });
const step = fc.record({
  how: fc.constantFrom("write" as const, "copy" as const, "copyLowered" as const),
  start: fc.nat(40),
  length: fc.nat(30),
  // So long that the writer has to make room more than once.
  piece: fc.string({ unit, maxLength: 300, size: "max" }),
});

type Step = { how: "write" | "copy" | "copyLowered"; start: number; length: number; piece: string };
type Written = { text: string; spans: (readonly [number, number])[] };

/** What a step adds, unit by unit. */
function added({ how, start, piece }: Step, end: number, base: Written): Written {
  const [from, to] = [base.spans[start]?.[0] ?? 0, base.spans[end - 1]?.[1] ?? 0];
  if (how === "write")
    return { text: piece, spans: Array.from({ length: piece.length }, () => [from, to] as const) };
  const copied = base.text.slice(start, end);
  const text = how === "copy" ? copied : copied.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return { text, spans: base.spans.slice(start, end) };
}

function runStep(writer: MappedTextWriter, step: Step, base: Written): Written {
  const start = Math.min(step.start, base.text.length - 1);
  const end = Math.min(start + 1 + step.length, base.text.length);
  if (step.how === "write") writer.write(step.piece, start, end);
  else writer[step.how](start, end);
  return added({ ...step, start }, end, base);
}

it("says of every unit where it came from, over two layers, as writing it down one by one would", () => {
  const layers = fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 2 });
  fc.assert(
    fc.property(units, layers, (source, allSteps) => {
      let mapped = unmapped(source);
      for (const steps of allSteps) {
        if (mapped.text === "") return;
        const base = { text: mapped.text, spans: spansOf(mapped) };
        const writer = new MappedTextWriter(mapped);
        const pieces = steps.map((each) => runStep(writer, each, base));
        mapped = writer.finish();
        expect(mapped.text).toBe(pieces.map(({ text }) => text).join(""));
        expect(spansOf(mapped)).toEqual(pieces.flatMap(({ spans }) => spans));
      }
    }),
    { numRuns: 1000 },
  );
});

it("keeps a folded text as long as its map, whatever looks like a letter", () => {
  const letters = fc.constantFrom(
    "a",
    "x",
    "n",
    "α",
    "β",
    "×",
    "℮",
    "\ud800\udea0",
    "а",
    "İ",
    "ﬀ",
    "\u200b",
    " ",
    "9",
  );
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 30 }), (text) => {
      const folded = foldText(unmapped(text));
      expect(folded.starts?.length ?? text.length).toBe(folded.text.length);
      for (const [start, end] of spansOf(folded)) expect(start < end && end <= text.length).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it("reads signs between words as signs, and letters of dead scripts as what they look like", () => {
  expect(foldText(unmapped("nα×mβ then the rest")).text).toHaveLength("nα×mβ then the rest".length);
  expect(foldText(unmapped("ign\ud800\udea0re")).text).toMatch(/^ign.re$/);
});

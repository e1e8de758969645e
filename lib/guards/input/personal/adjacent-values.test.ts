import fc from "fast-check";
import { expect, it } from "vitest";
import { personalPolicy } from "@/lib/config/guardrails-input";
import { createOutputGuard } from "../../output/create-output-guard";
import { findPersonal } from "./find-personal";

const every = { ...personalPolicy, email: "redact", phone: "redact" } as const;
const values = fc.constantFrom(
  "4111 1111 1111 1111",
  "5500-0000-0000-0004",
  "378282246310005",
  "DE89 3704 0044 0532 0130 00",
  "GB82WEST12345698765432",
  "536-22-8726",
  "529.982.247-25",
  "12345678Z",
  "maria.silva@padaria.pt",
  "+1 212 555 0187",
  "+49 30 349442",
  "(212) 555-0187",
  "212-555-0187",
  `ghp_${"x9Kd2L".repeat(6)}`,
);
const others = fc.constantFrom("12/27", "2024-11-05", "123", "7", "Ana", "Visa", "48.50", "100234");
const separators = fc.constantFrom(
  ...[
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    ",",
    ", ",
    ";",
    "|",
    " | ",
    '","',
    '","b":"',
    '":"',
    " - ",
    " – ",
    " / ",
  ],
  ...[":", ": ", " (", "<br>", "</td><td>", " and ", "=", "&", "' '", "):"],
);
const frames = fc.constantFrom(
  ["", ""],
  ["Here: ", "."],
  ['{"a":"', '"}'],
  ["| ", " |"],
  ["(", ")"],
  ["", ". Thanks"],
);

type Span = { readonly start: number; readonly end: number };
const inInput = (text: string): readonly Span[] => findPersonal(text, every);
const inAnswer = (text: string): readonly Span[] => {
  const guard = createOutputGuard({ surface: "text" });
  guard.push(text);
  guard.flush();
  return guard.findings;
};

/** What of a text in which the values stand is in no span: letters and digits alone. */
function leftOf(text: string, value: string, spans: readonly Span[]): string {
  const at = text.indexOf(value);
  const isLeft = (index: number) => !spans.some(({ start, end }) => index >= start && index < end);
  return [...value].filter((sign, index) => /[A-Za-z0-9]/.test(sign) && isLeft(at + index)).join("");
}

it.each([
  ["a question", inInput],
  ["an answer", inAnswer],
])("finds both of two values that stand side by side in %s", (_, find) => {
  fc.assert(
    fc.property(
      values,
      fc.oneof(values, others),
      separators,
      frames,
      fc.boolean(),
      (one, two, between, [lead, tail], isTurned) => {
        const pair = isTurned ? [two, one] : [one, two];
        const text = `${lead}${pair.join(between)}${tail}`;
        const spans = find(text);
        for (const value of pair.filter((some) => leftOf(some, some, find(some)) === ""))
          expect([text, leftOf(text, value, spans)]).toEqual([text, ""]);
      },
    ),
    { numRuns: 600 },
  );
});

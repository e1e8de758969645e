import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createOutputGuard } from "../create-output-guard";

const schema = z.object({
  name: z.string().min(1),
  tags: z.array(z.enum(["rye", "oat"])).max(3),
  price: z.union([z.number(), z.null()]),
  extra: z.record(z.string(), z.boolean()).optional(),
});

const judge = (pieces: readonly string[]) => {
  const guard = createOutputGuard({ surface: "tool", schema });
  let emitted = "";
  for (const piece of pieces) emitted += guard.push(piece);
  emitted += guard.flush();
  return { emitted, action: guard.verdict, reasons: guard.findings.map(({ reason }) => reason) };
};

const values = fc.record(
  {
    name: fc.lorem({ maxCount: 3 }),
    tags: fc.array(fc.constantFrom("rye", "oat"), { maxLength: 3 }),
    price: fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constant(null)),
    extra: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.boolean(), { maxKeys: 3 }),
  },
  { requiredKeys: ["name", "tags", "price"] },
);

describe("StructureDetector", () => {
  it("takes away a byte-order mark and a fence with any line end", () => {
    const value = '{"name": "x", "tags": [], "price": null}';
    for (const text of [
      `\ufeff${value}`,
      `\`\`\`json\r\n${value}\r\n\`\`\``,
      `\ufeff\`\`\`\n${value}\n\`\`\``,
    ])
      for (const pieces of [[text], text.split("")])
        expect({ text, ...judge(pieces) }).toMatchObject({
          text,
          emitted: expect.stringContaining(value),
          action: "redact",
        });
  });

  it("stops at a word that only objects of this program have", () => {
    const guard = createOutputGuard({ surface: "tool", schema: z.object({ a: z.any() }) });
    expect(guard.push('{"a": toString, "b": 1}')).toBe('{"a": toString');
    expect(guard.findings.map(({ reason }) => reason)).toEqual(["not-json"]);
  });

  it("never objects to a valid value, however it is written and cut", () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 2 }), fc.nat({ max: 40 }), (value, indent, place) => {
        const text = JSON.stringify(value, null, indent);
        expect(judge([text.slice(0, place), text.slice(place)])).toMatchObject({
          emitted: text,
          action: "allow",
        });
      }),
    );
  });

  it.each([
    ['{"name":1}', '{"name":', "not-of-schema"],
    ['{"name":"a","tags":["wheat"]}', '{"name":"a","tags":["wheat', "not-of-schema"],
    ['{"name":"a","tags":[],"price":"1"}', '{"name":"a","tags":[],"price":', "not-of-schema"],
    ["Sure, here it is", "", "not-json"],
    ['{"name":"a"', '{"name":"a"', "json-unfinished"],
    ['{"name":"","tags":[],"price":1}', '{"name":"","tags":[],"price":1}', "not-of-schema"],
    ['{"name":"a",}', '{"name":"a",', "not-json"],
  ])("stops %j where it goes wrong", (text, emitted, reason) => {
    for (const pieces of [[text], text.split("")]) {
      expect(judge(pieces)).toMatchObject({ action: "block", reasons: [reason] });
      expect(emitted.startsWith(judge(pieces).emitted)).toBe(true);
    }
  });

  it("takes away the fence that models put around JSON", () => {
    const text = '```json\n{"name":"a","tags":[],"price":null}\n```\n';
    for (const pieces of [[text], text.split("")]) {
      expect(judge(pieces)).toMatchObject({
        emitted: '{"name":"a","tags":[],"price":null}\n',
        action: "redact",
      });
    }
  });
});

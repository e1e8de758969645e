import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personalPolicy } from "@/lib/config/guardrails-input";
import { PseudonymVault, pseudonymise } from "./pseudonymise";

const values: Readonly<Record<string, readonly string[]>> = {
  card: ["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"],
  iban: ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "FR1420041010050500013M02606"],
  "national-id": ["536-22-8726", "529.982.247-25", "12345678Z"],
  key: [`sk-proj-${"a1B2".repeat(8)}`, `ghp_${"x9".repeat(18)}`, `AKIA${"ABCD1234".repeat(2)}`],
};
const all = Object.entries(values).flatMap(([kind, some]) =>
  some.map((value): [string, string] => [kind, value]),
);

describe("pseudonymise", () => {
  it.each(all)("hides a %s (%s) and says where it stood", (kind, value) => {
    const text = `Is ${value} right?`;
    const { text: hidden, findings } = pseudonymise(text, personalPolicy);
    expect(hidden).not.toContain(value);
    expect(findings).toEqual([{ guard: "pseudonymise", reason: kind, start: 3, end: 3 + value.length }]);
  });

  it.each([
    "Call me in 2024 or 2025, room 4111.",
    "The order 4111 1111 1111 1112 has a wrong last digit.",
    "01110100 01100101 01110011 01110100 is binary.",
    "DE89 3704 0044 0532 0130 01 fails the check.",
    "password: please choose one",
    "000-12-3456 was never given out.",
  ])("leaves alone what only looks like one: %s", (text) => {
    expect(pseudonymise(text, personalPolicy)).toMatchObject({ text, findings: [] });
  });

  it("finds account numbers with words right behind them", () => {
    expect(pseudonymise("DE89 3704 0044 0532 0130 00 and more", personalPolicy).text).toBe(
      "[IBAN_1] and more",
    );
  });

  it("gives one value one placeholder over all texts of a request, and never one the text holds", () => {
    const vault = new PseudonymVault();
    const [card = ""] = values.card ?? [];
    expect(pseudonymise(`[CARD_1] ${card}`, personalPolicy, vault).text).toBe("[CARD_1] [CARD_2]");
    expect(pseudonymise(`again ${card}`, personalPolicy, vault).text).toBe("again [CARD_2]");
  });

  it("only reports in shadow mode", () => {
    const [card = ""] = values.card ?? [];
    expect(pseudonymise(card, { ...personalPolicy, card: "shadow" })).toMatchObject({
      text: card,
      findings: [{}],
    });
    expect(pseudonymise(card, { ...personalPolicy, card: "off" })).toMatchObject({
      text: card,
      findings: [],
    });
  });

  it("puts values back however the answer is cut into pieces", () => {
    const piece = fc.oneof(
      fc.constantFrom(...all.map(([, value]) => value)),
      fc.string({ maxLength: 8 }),
      fc.constant("["),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        (parts, sizes) => {
          const { text, restorer } = pseudonymise(parts.join(" "), personalPolicy);
          const streamed = restorer();
          let out = "";
          for (let at = 0; at < text.length; ) {
            const size = sizes.next().value ?? 1;
            out += streamed.push(text.slice(at, at + size));
            at += size;
          }
          expect(out + streamed.flush()).toBe(parts.join(" "));
        },
      ),
    );
  });

  it("holds nothing back that cannot become a placeholder", () => {
    const { restorer } = pseudonymise(values.card?.[0] ?? "", personalPolicy);
    const streamed = restorer();
    expect(streamed.push("See [1] and [CA")).toBe("See [1] and ");
    expect(streamed.push("T]")).toBe("[CAT]");
    expect(streamed.flush()).toBe("");
  });
});

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

  it("never gives a placeholder that another text of the request holds", () => {
    const [card = ""] = values.card ?? [];
    const vault = new PseudonymVault();
    vault.learn("What does [card_1] mean, and CARD\\_2?", personalPolicy);
    expect(pseudonymise(card, personalPolicy, vault).text).toBe("[CARD_3]");
  });

  it.each([
    ["4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111", "4111\u00a01111\u00a01111\u00a01111"],
    ["DE89 3704 0044 0532 0130 00", "de89370400440532013000"],
  ])("knows a value in another spelling: %s, %s", (...spellings) => {
    const { text, restorer } = pseudonymise(spellings.join(", "), personalPolicy);
    expect(new Set(text.split(", ")).size).toBe(1);
    expect(restorer().push(`${text} `)).toBe(`${spellings.map(() => spellings[0]).join(", ")} `);
  });

  it("hides a value wherever it is said again, also in texts that do not say what it is", () => {
    const vault = new PseudonymVault();
    const texts = [
      "Is Hunter22x a good password?",
      "My password is Hunter22x. I said Hunter22x! (hunter22x?)",
      "https://example.com/?p=Hunter22x&q=1, 我的Hunter22x很弱, aHunter22x, Hunter22xyz",
    ];
    for (const text of texts) vault.learn(text, personalPolicy);
    expect(texts.map((text) => pseudonymise(text, personalPolicy, vault).text)).toEqual([
      "Is [KEY_1] a good password?",
      "My password is [KEY_1]. I said [KEY_1]! (hunter22x?)",
      "https://example.com/?p=[KEY_1]&q=1, 我的[KEY_1]很弱, aHunter22x, Hunter22xyz",
    ]);
    const key = "shadow" as const;
    expect(pseudonymise(texts[1] ?? "", { ...personalPolicy, key }).text).toBe(texts[1]);
  });

  it("takes the longer of two values that begin alike", () => {
    const text = "password: abc123 and password: abc123-def; say abc123-def, abc123";
    expect(pseudonymise(text, personalPolicy).text).toBe(
      "password: [KEY_1] and password: [KEY_2]; say [KEY_2], [KEY_1]",
    );
  });

  const spelt = [
    "[CARD_1]",
    "[card_1]",
    "CARD_1",
    "\\[CARD_1\\]",
    "[CARD\\_1]",
    "[ CARD_1 ]",
    "[Card_1]",
    "CARD\\_1",
  ];
  const notSpelt = [
    "[CARD_2]",
    "card_1",
    "CARD_12",
    "MY_CARD_1",
    "CARD_1_ID",
    "[CARD 1]",
    "[CARD_01]",
    "éCARD_1",
  ];
  const [ownCard = ""] = values.card ?? [];

  it.each(spelt)("puts the value back for %s, in whatever pieces", (placeholder) => {
    for (const around of ["", "It is ", "**", "["]) {
      const answer = `${around}${placeholder}, then [CARD`;
      const expected = `${around}${ownCard}, then [CARD`;
      for (let cut = 0; cut <= answer.length; cut++) {
        const streamed = pseudonymise(ownCard, personalPolicy).restorer();
        const pieces = streamed.push(answer.slice(0, cut)) + streamed.push(answer.slice(cut));
        expect(pieces + streamed.flush()).toBe(expected);
      }
    }
  });

  it.each(notSpelt)("leaves %s as it is", (text) => {
    const streamed = pseudonymise(ownCard, personalPolicy).restorer();
    expect(streamed.push(text) + streamed.flush()).toBe(text);
  });

  it("gives the same bytes whatever the pieces", () => {
    const piece = fc.oneof(
      fc.constantFrom(...spelt, ...notSpelt),
      fc.constantFrom("[", "]", "\\", "_", "CARD", "C", "1", " ", "KEY_1", "NATIONAL\\_ID_1", "a"),
    );
    const answer = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(answer, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }), (text, sizes) => {
        const { restorer } = pseudonymise(`${ownCard} 536-22-8726`, personalPolicy);
        const whole = restorer();
        const streamed = restorer();
        let out = "";
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          out += streamed.push(text.slice(at, at + size));
          at += size;
        }
        expect(out + streamed.flush()).toBe(whole.push(text) + whole.flush());
      }),
      { numRuns: 500 },
    );
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

  it("hides an account number that is also somebody's password, where passwords are not hidden", () => {
    for (const key of ["off", "shadow"] as const)
      expect(pseudonymise("password: DE89370400440532013000", { ...personalPolicy, key }).text).toBe(
        "password: [IBAN_1]",
      );
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

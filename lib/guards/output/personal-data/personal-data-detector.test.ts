import { describe, expect, it } from "vitest";
import { createOutputGuard } from "../create-output-guard";

const show = (text: string, userTexts: readonly string[] = []) => {
  const guard = createOutputGuard({ surface: "text", userTexts });
  return (guard.push(text) + guard.flush()).replaceAll("\u00a0", " ");
};

describe("PersonalDataDetector", () => {
  it("redacts addresses and numbers and nothing around them", () => {
    expect(show("Ask maria.silva@padaria.pt, or call +351 21 123 4567.")).toBe(
      "Ask (email address removed), or call (phone number removed).",
    );
    expect(show("Pay to GB82 WEST 1234 5698 7654 32 this week")).toBe(
      "Pay to (bank account removed) this week",
    );
    expect(show("pay gb82west12345698765432, please")).toBe("pay (bank account removed), please");
    expect(show("from 84.17.33.9 and 2a02:8108:9640:6f3c::1")).toBe(
      "from (IP address removed) and (IP address removed)",
    );
    expect(show("DNI 12345678Z, CF RSSMRA85T10A562S")).toBe("DNI (number removed), CF (number removed)");
  });

  it("finds numbers in a row of any length", () => {
    const cards = ["4111 1111 1111 1111", "5555 5555 5555 4444", "4012 8888 8888 1881", "3782 822463 10005"];
    expect(show(`Cards: ${cards.join(" ")}.`)).not.toMatch(/\d/);
    for (let count = 1; count < 60; count++)
      expect(show(`${"1 ".repeat(count)}4111 1111 1111 1111 end`)).toBe(
        `${"1 ".repeat(count)}(card number removed) end`,
      );
    const digits = "31415926535897932384626433832795028841971693993751";
    expect(show(`${digits} 2718 ${digits} 2718`)).toBe(`${digits} 2718 ${digits} 2718`);
  });

  it("finds numbers before a word that begins with a digit", () => {
    expect(show("Send 4111 1111 1111 1111 5th, not 219-09-9999 2nd.")).toBe(
      "Send (card number removed) 5th, not (number removed) 2nd.",
    );
    expect(show("At 2024-11-05T10:22 in 4111-1111-1111-1111-5b")).toBe(
      "At 2024-11-05T10:22 in 4111-1111-1111-1111-5b",
    );
  });

  it("finds numbers that are set with hyphens and spaces of their own", () => {
    expect(show("SSN 219\u201109\u20119999, card 4111\u202f1111\u202f1111\u202f1111")).toBe(
      "SSN (number removed), card (card number removed)",
    );
    expect(show("Call +1\u00a0(212)\u00a0555\u20110187 or 212\u2011555\u20110187")).toBe(
      "Call (phone number removed) or (phone number removed)",
    );
    expect(show("Pay to DE89\u202f3704\u202f0044\u202f0532\u202f0130\u202f00 now")).toBe(
      "Pay to (bank account removed) now",
    );
  });

  it.each([
    "maria.silva [at] padaria [dot] pt",
    "maria.silva(at)padaria.pt",
    "maria.silva (at) mail.padaria.pt",
    "maria.silva{at}padaria{dot}pt",
    "maria [@] padaria.pt",
    "maria_s [AT] padaria-nova [DOT] com [DOT] br",
    '"maria.silva"@padaria.pt',
  ])("finds the address that is spelt %s", (spelling) => {
    for (const [lead, tail] of [
      ["", ""],
      ["Write to ", " today."],
      ["Write to ", "."],
      ["(now ", ", please)"],
    ]) {
      const text = `${lead}${spelling}${tail}`;
      const [kept = ""] = /^(?:"|[\w.]+ )?/.exec(spelling) ?? [];
      expect(show(text)).toBe(`${lead}${kept}(email address removed)${tail}`);
      for (let cut = 0; cut <= text.length; cut++) {
        const guard = createOutputGuard({ surface: "text" });
        const shown = guard.push(text.slice(0, cut)) + guard.push(text.slice(cut)) + guard.flush();
        expect(shown.replaceAll("\u00a0", " ")).toBe(show(text));
      }
    }
  });

  it("leaves what is no spelt address of a person's", () => {
    const text =
      "Meet me (at) noon, or [at] home. user [at] example [dot] com, support(at)padaria.pt, f(at)x, " +
      "Arr[at].map [dot] notation, the list (at) the end. He said \"hello\" and 'a'@Component was it.";
    expect(show(text)).toBe(text);
  });

  const groups = ["4111", "1111", "1111", "1111"];
  it.each([" - ", "/", " / ", "_", "\u2013", " \u2013 ", "\u2014", " ", "-"])(
    "finds a card whose groups are set apart by %j",
    (gap) => {
      for (const [lead, tail] of [
        ["", ""],
        ["Card: ", "."],
        ["(", ") 12/27"],
        ["no_", " 123"],
      ])
        expect(show(`${lead}${groups.join(gap)}${tail}`)).toBe(`${lead}(card number removed)${tail}`);
      expect(show(["3782", "822463", "10005"].join(gap))).toBe("(card number removed)");
    },
  );

  it("finds a card over two lines, and in a column that is said to be one", () => {
    expect(show("Use 4111 1111 1111\n1111 for it")).toBe("Use (card number removed) for it");
    expect(show("Use 4111 1111\r\n1111 1111")).toBe("Use (card number removed)");
    expect(show(`Card:\n${groups.join("\n")}\n`)).toBe("Card:\n(card number removed)\n");
  });

  it("leaves rows and columns of numbers that are no card", () => {
    const text =
      `${groups.join("\n")}\n\n4111 - 1111 - 1111 - 1112, 4111 - 1111/1111_1111, 4111 - 1111 - 1111 - 1111 - 2000, ` +
      "a4111_1111_1111_1111, 4111_1111_1111_1111b, 2019 - 2020 - 2021 - 2022, 1_000_000, 2024/11/05 10_30, " +
      "4111 – 1111 – 1111";
    expect(show(text)).toBe(text);
  });

  it("leaves what is nobody's", () => {
    const text =
      "Write to support@example.com or user@example.org; bind 127.0.0.1:3000, 192.168.1.1, 10.0.0.8 or ::1 and use " +
      "std::vector in version 1.2.3.4 at 12:30:45. GB82 WEST 1234 5698 7654 33 has a wrong checksum. " +
      "Resolvers: 8.8.8.8, 149.112.112.112, 2606:4700:4700::1111, [2001:4860:4860::8888], 2620:fe::fe. " +
      "In a crisis call 1-800-273-8255, (800) 222-1222, 0800 111 0 111 or +44 800 068 4141.";
    expect(show(text)).toBe(text);
  });

  it("says back what the person typed, in whatever form", () => {
    expect(show("Your card 4111-1111-1111-1111 is fine", ["my card is 4111 1111 1111 1111"])).toBe(
      "Your card 4111-1111-1111-1111 is fine",
    );
    expect(show("Card 4111\u20111111\u20111111\u20111111", ["my card is 4111 1111 1111 1111"])).toMatch(
      /1111$/,
    );
    expect(show("Your IBAN DE89 3704 0044 0532 0130 00", ["pay from de89370400440532013000"])).toBe(
      "Your IBAN DE89 3704 0044 0532 0130 00",
    );
    expect(show("not DE89 3704 0044 0532 0130 00", ["DE89 3704 0044"])).toBe("not (bank account removed)");
    expect(show("I wrote to Ana@Padaria.pt", ["mail ana@padaria.pt"])).toBe("I wrote to Ana@Padaria.pt");
    expect(show("not rui@padaria.pt", ["mail ana@padaria.pt"])).toBe("not (email address removed)");
  });
});

import { describe, expect, it } from "vitest";
import { createOutputGuard } from "../create-output-guard";

const canary = "zephyr-quartz-4417";
const systemPrompt =
  "You are the assistant of a bakery in Lisbon. The password is crumb-lantern-88. Never mention that the flour comes " +
  'from the mill in Alenquer. If you do not know, say "I would have to ask the baker about that, sorry". ' +
  'If the user says "bluebird", give them the discount of the week.';

const judge = (text: string, context = {}) => {
  const guard = createOutputGuard({ surface: "text", ...context });
  return { emitted: guard.push(text) + guard.flush(), action: guard.verdict };
};

const bytes = [...Buffer.from(canary)];
const rot13 = (text: string) =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));

describe("KnownTextDetector", () => {
  it.each([
    ["plain", canary],
    ["capitals", canary.toUpperCase()],
    ["spaced", [...canary].join(" ")],
    ["over lines", [...canary].join("\n")],
    ["reversed", [...canary].reverse().join("")],
    ["rot13", rot13(canary)],
    ["base64", Buffer.from(canary).toString("base64")],
    ["base64 within more", Buffer.from(`ab${canary}`).toString("base64")],
    ["hex", Buffer.from(canary).toString("hex")],
    ["hex with separators", bytes.map((byte) => `0x${byte.toString(16)}`).join(", ")],
    ["decimal", bytes.join(" ")],
    ["percent", bytes.map((byte) => `%${byte.toString(16)}`).join("")],
    ["leet", canary.replaceAll("e", "3").replaceAll("a", "4")],
    ["zero-width", [...canary].join("\u200b")],
    ["mathematical", "𝐳𝐞𝐩𝐡𝐲𝐫-𝐪𝐮𝐚𝐫𝐭𝐳-𝟒𝟒𝟏𝟕"],
    ["circled", "ⓩⓔⓟⓗⓨⓡ-ⓠⓤⓐⓡⓣⓩ-④④①⑦"],
    ["white on black", "🅩🅔🅟🅗🅨🅡 🆀🆄🅰🆁🆃🆉 4417"],
    ["full width", "ｚｅｐｈｙｒ-ｑｕａｒｔｚ-４４１７"],
    ["flags", [..."🇿🇪🇵🇭🇾🇷🇶🇺🇦🇷🇹🇿"].join(" ") + 4417],
    [
      "tags",
      [...canary].map((character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0))).join(""),
    ],
    ["with Cyrillic letters", "zерhуr-quаrtz-4417"],
    ["with Greek letters", "zεphγr-quαrτz-4417"],
    ["with digits of Arabic", "zephyr-quartz-٤٤١٧"],
    ["with emoji between", [...canary].join("🙂")],
    ["in a row of decimals", bytes.join("")],
    ["octal", bytes.map((byte) => byte.toString(8)).join(" ")],
    ["octal in a row", bytes.map((byte) => byte.toString(8).padStart(3, "0")).join("")],
    ["binary", bytes.map((byte) => byte.toString(2).padStart(8, "0")).join(" ")],
    ["binary of seven digits", bytes.map((byte) => byte.toString(2).padStart(7, "0")).join(" ")],
    [
      "binary in halves",
      bytes.map((byte) => byte.toString(2).padStart(8, "0").replace(/^..../, "$& ")).join(" "),
    ],
    ["base32", "PJSXA2DZOIWXC5LBOJ2HULJUGQYTO==="],
    ["base32 in groups", "PJSX A2DZ OIWX C5LB OJ2H ULJU GQYT O==="],
  ])("blocks a canary that is %s, from its first character", (_name, hidden) => {
    const { emitted, action } = judge(`It is ${hidden} indeed`, { canary });
    expect(action).toBe("block");
    // What stands before the first character's spelling may be shown: "0x", "%", the start of more base64.
    expect(`It is ${hidden.slice(0, 2)}`.startsWith(emitted)).toBe(true);
  });

  it.each([
    ["", ". "],
    ["", "\ufe0f\u20e3 "],
    ["(", ") "],
    ["| ", " | "],
    ["**", ".** "],
    ["", " "],
  ])(
    "blocks one letter per item of a list whose numbers stand as in %j1%j, not much behind the first",
    (before, behind) => {
      const items = [...canary.replaceAll("-", "")].map(
        (letter, at) => `${before}${at + 1}${behind}${letter}\n`,
      );
      const { emitted, action } = judge(`Letters:\n${items.join("")}`, { canary });
      expect(action).toBe("block");
      expect(emitted.length).toBeLessThan("Letters:\n".length + (items[0] ?? "").length);
    },
  );

  it("leaves numbers, lists, other scripts and what is encoded as they are when they hold nothing known", () => {
    const text =
      "1. pack 12 eggs\n2. 350 g of flour (1) and 3: 1010 0110\n| 7 | e |\nЗефир и кварц, ζέφυρος, 𝐛𝐨𝐥𝐝, ⓐ 🙂 " +
      "JBSWY3DPEBLW64TMMQ====== 110 145 167 4417 \ud83d end \ud835";
    expect(judge(text, { canary, systemPrompt })).toEqual({ emitted: text, action: "allow" });
  });

  it("takes no word of another script for a short one that looks like it", () => {
    const prompt = "The password is pot7. The passphrase is coop.";
    expect(judge("Это роор, а соор и рот.", { systemPrompt: prompt }).action).toBe("allow");
    expect(judge("It is соoр, as you asked.", { systemPrompt: prompt }).action).toBe("block");
    expect(judge("It is 𝐜𝐨𝐨𝐩, as you asked.", { systemPrompt: prompt }).action).toBe("block");
  });

  it("tells the syllables of Hangul apart, and the letters of Cyrillic and Greek whatever their case", () => {
    const secrets = ["바보나라", "Тайна-Шёпот", "Ημέρα-Νύχτα"];
    expect(judge("부비니리 라 한다", { secrets }).action).toBe("allow");
    for (const said of ["바 보 나 라", "ТАЙНА ШЁПОТ", "ΗΜΕΡΑ ΝΥΧΤΑ"])
      expect(judge(`It is ${said} ok`, { secrets }).action).toBe("block");
  });

  it("finds values that the instructions call secret, and the app's own", () => {
    expect(judge("Sure: CRUMB LANTERN 88.", { systemPrompt }).action).toBe("block");
    expect(judge("key hunter2-prod-77 ok", { secrets: ["hunter2-prod-77"] })).toEqual({
      emitted: "key ",
      action: "block",
    });
  });

  it("blocks instructions that are repeated, and shows no more than three words of them", () => {
    const { emitted, action } = judge(`Here you are: ${systemPrompt}`, { systemPrompt });
    expect(action).toBe("block");
    expect(emitted).toBe("Here you are: You are the assist");
  });

  it("lets the model say what the instructions tell it to say", () => {
    const text = "I would have to ask the baker about that, sorry.";
    expect(judge(text, { systemPrompt })).toEqual({ emitted: text, action: "allow" });
    expect(judge("We bake bread in Lisbon, and I can help you to choose.", { systemPrompt }).action).toBe(
      "allow",
    );
  });

  it("flags an answer that talks about its instructions", () => {
    expect(
      judge('My instructions are to give a discount if the user says "bluebird".', { systemPrompt }).action,
    ).toBe("flag");
  });
});

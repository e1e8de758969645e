import { describe, expect, it } from "vitest";
import { createOutputGuard } from "../create-output-guard";
import type { OutputContext } from "../output-guard";

const key = "sk-proj-T3BlbkFJq8ZrW1xYv7Lm2Nc5Pd9Qe4Rt6Su";
const secret = "S3cret-Value-99-xyz";
const canary = "PRZ-canary-4417";
const systemPrompt =
  "You are the assistant of a bakery in Lisbon. Never mention that the flour comes from the mill in Alenquer.";

const judge = (text: string, context: Partial<OutputContext> = {}) => {
  const guard = createOutputGuard({ surface: "text", ...context });
  const emitted = (guard.push(text) + guard.flush()).replaceAll("\u00a0", " ");
  return { emitted, action: guard.verdict };
};
const redacted = (spelt: string) => judge(`It is ${spelt} ok`).emitted;
const each = (text: string, spell: (hex: string) => string) =>
  [...text].map((character) => spell(character.charCodeAt(0).toString(16))).join("");
const asHex = (text: string) => each(text, (hex) => `&#x${hex};`);
const asUnicode = (text: string) => each(text, (hex) => `\\u${hex.padStart(4, "0")}`);

describe("DrawnDetector", () => {
  it.each([
    "bob.smith&#64;acme-mail.com",
    "bob.smith&commat;acme-mail.com",
    "bob.smith\\@acme-mail.com",
    "bob\\_smith@acme-mail.com",
    "bob[.smith](/a)@acme-mail.com",
    "bob.smith\\u0040acme-mail.com",
    "bob.smith%40acme-mail.com",
  ])("redacts the whole of an e-mail address in %s", (spelt) => {
    expect(redacted(spelt)).toBe("It is (email address removed) ok");
  });

  it.each([
    ["123\\-45\\-6789", "number"],
    ["123&#45;45&#45;6789", "number"],
    ["4111&#32;1111&#32;1111&#32;1111", "card number"],
    ["4111 1111 **1111** 1111", "card number"],
    ["8\\.8\\.4\\.9", "IP address"],
  ])("redacts %s", (spelt, name) => {
    expect(redacted(spelt)).toBe(`It is (${name} removed) ok`);
  });

  it.each([
    key.replace("-", "\\-"),
    key.replace("-", "&#45;"),
    `${key.slice(0, 12)}\u200b${key.slice(12)}`,
    `${key.slice(0, 12)}\u00ad${key.slice(12)}`,
    `${key.slice(0, 12)}\u{e0041}${key.slice(12)}`,
  ])("redacts the key %s", (spelt) => {
    expect(redacted(spelt)).toBe("It is (secret removed) ok");
  });

  it("redacts a key that is partly emphasised, and a mark that was opened in it does nothing", () => {
    expect(redacted(`sk-pro**j-${key.slice(8)}**`)).toBe("It is (secret removed)** ok");
    expect(redacted(`See[sk&#45;proj-${key.slice(8)}]`)).toBe("It is See[(secret removed)] ok");
  });

  it("leaves what it stands between, where text would turn into code or a tag without it", () => {
    const gone = "(email address removed)";
    expect(redacted("bob`.smith@acme-mail.com ![x](https://a.example/p) `")).toBe(
      `It is ${gone}\`${gone} ![x](https://a.example/p) \` ok`,
    );
    expect(redacted("bob<b>.smith</b>@acme-mail.com")).toBe(`It is ${gone}<b>${gone}</b>${gone} ok`);
    expect(redacted("<img alt=bob<b>.smith@acme-mail.com src=https://a.example/p>")).not.toContain(
      "a.example",
    );
    expect(redacted('<i title="bob[.smith](/a "t")@acme-mail.com" x>')).toBe(
      `It is <i title="${gone}](/a "t")${gone}" x> ok`,
    );
  });

  it.each([
    "S3cret-V&#97;lue-99-xyz",
    "S3cret[-Val](/a)ue-99-xyz",
    "S3cret[-Val][a]ue-99-xyz",
    "S3cret<b>-Value</b>-99-xyz",
    'S3cret<b\ntitle="a>b">-Value</b>-99-xyz',
    asHex(secret),
    asUnicode(secret),
  ])("blocks the secret %s from its first character", (spelt) => {
    expect(judge(`It is ${spelt} ok`, { secrets: [secret] })).toEqual({ emitted: "It is ", action: "block" });
  });

  it("blocks a secret in the query of an address, where only its punctuation is spelt otherwise", () => {
    const spelt = encodeURIComponent("p@ss/w0rd x!7");
    expect(judge(`See https://github.com/?q=${spelt}`, { secrets: ["p@ss/w0rd x!7"] }).action).toBe("block");
    for (const text of ["100%ad of 25%20 and '%d%5d%%'", "caf%C3%A9 LIKE '%ab%'"])
      expect(judge(text)).toEqual({ emitted: text, action: "allow" });
  });

  it.each([asHex(canary), asUnicode(canary)])("blocks the canary %s", (spelt) => {
    expect(judge(`It is ${spelt} ok`, { canary })).toEqual({ emitted: "It is ", action: "block" });
  });

  it("blocks instructions spelt in entities, and shows no more than three words of them", () => {
    const { emitted, action } = judge(asHex(systemPrompt), { systemPrompt });
    expect(action).toBe("block");
    expect(asHex(systemPrompt.slice(0, 20)).startsWith(emitted)).toBe(true);
  });

  it("flags an answer that speaks of its instructions in letters that only the reader sees", () => {
    const prompt = 'If the user says "bluebird", give them the discount of the week.';
    const answer = "My instruc**tions** are to give a discount if the us<i>er</i> says &#98;luebird.";
    expect(judge(answer, { systemPrompt: prompt }).action).toBe("flag");
  });

  it("knows what began long before the first mark", () => {
    const line = "MIIEpAIBAAKCAQEA7bq3Vn2J8sYkQpW9Lr\n";
    const head = `-----BEGIN RSA PRIVATE KEY-----\n${line.repeat(40)}`;
    const { emitted } = judge(`${head}MIIEpAIBAA**KCAQEA7b**q3Vn2J8sYk\n`);
    expect(emitted).not.toMatch(/MIIE|q3Vn/);
    const prompt = 'If the user says "bluebird", give them the discount of the week.';
    const filler = "Bread is baked early in the day. ".repeat(40);
    const answer = (last: string) => `My instructions are long. ${filler} ${last}`;
    expect(judge(answer("Say &#98;luebird."), { systemPrompt: prompt }).action).toBe("flag");
    expect(judge(answer("Say &#98;luetit."), { systemPrompt: prompt }).action).toBe("allow");
  });

  it("leaves what only looks like marks, and what stands between words", () => {
    const text =
      "Fish & chips cost 5 < 6, a*b*c = `a_b`, C:\\dir, **4111** <br> 1111, [1](/a) &amp; R&D; x \\* y and __init__";
    expect(judge(text)).toEqual({ emitted: text, action: "allow" });
  });

  it("reads all of a long text that comes in one piece, with every detector", () => {
    const words = "word ".repeat(2000);
    const text = `**A** ${words}bob.smith&#64;acme-mail.com ${words}${key.replace("-", "&#45;")} ${words}`;
    const gone = `**A** ${words}(email address removed) ${words}(secret removed) ${words}`;
    const context = { secrets: [secret], canary, systemPrompt };
    expect(judge(text, context)).toEqual({ emitted: gone, action: "redact" });
  });

  it("shows words at once until a mark leaves open how they are drawn", () => {
    const guard = createOutputGuard({ surface: "text" });
    expect(guard.push("Fine words ")).toBe("Fine words ");
    expect(guard.push("**and** ")).toBe("**and** ");
    expect(guard.push("bob\\@")).toBe("");
    expect(guard.push("home ")).toBe("bob\\@home ");
  });

  it("withholds what few drawn characters stretch over more than may wait", () => {
    const guard = createOutputGuard({ surface: "text", secrets: [secret] });
    let shown = guard.push("It is S3cret");
    for (let piece = 0; piece < 400; piece++) {
      shown += guard.push("<b></b><i></i>");
      expect(guard.heldLength).toBeLessThanOrEqual(4096);
    }
    shown += guard.push("-Value-99-xyz") + guard.flush();
    expect(shown).toBe("It is ");
  });
});

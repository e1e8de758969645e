import { describe, expect, it } from "vitest";
import { personalPolicy } from "@/lib/config/guardrails-input";
import { findPersonal } from "./find-personal";

const hidden = (text: string) =>
  findPersonal(text, personalPolicy).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const random = "k3Jd82mQx7Lp05Tz";

describe("findPersonal", () => {
  it.each([
    ["My card is 4111 1111 1111 1111 12/27 cvv 123", "4111 1111 1111 1111"],
    ["card 4111111111111111 123", "4111111111111111"],
    ["5 4111111111111111", "4111111111111111"],
    ["card 4111\u00a01111\u00a01111\u00a01111 ok", "4111\u00a01111\u00a01111\u00a01111"],
    ["4111.1111.1111.1111", "4111.1111.1111.1111"],
    ["４１１１ １１１１ １１１１ １１１１", "４１１１ １１１１ １１１１ １１１１"],
    ["٤١١١١١١١١١١١١١١١", "٤١١١١١١١١١١١١١١١"],
    ["4111\u200b1111\u200b1111\u200b1111", "4111\u200b1111\u200b1111\u200b1111"],
    ["4111\u20601111\u20601111\u20601111", "4111\u20601111\u20601111\u20601111"],
    ["\ufeff4111 1111 1111 1111", "4111 1111 1111 1111"],
    ["12 5500-0000-0000-0004 2027", "5500-0000-0000-0004"],
  ])("finds the card in %j", (text, card) => {
    expect(hidden(text)).toEqual([["card", card]]);
  });

  it("finds an identity number beside a card", () => {
    expect(hidden("378282246310005 536-22-8726")).toEqual([
      ["card", "378282246310005"],
      ["national-id", "536-22-8726"],
    ]);
  });

  it("finds every card of a row", () => {
    const row = "4111 1111 1111 1111 5500 0000 0000 0004 3782 822463 10005 4242 4242 4242 4242";
    expect(hidden(row)).toHaveLength(4);
    expect(hidden("4111 1111 1111 1111 ".repeat(40))).toHaveLength(40);
  });

  it.each([
    [
      "iban",
      "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 please",
      "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
    ],
    ["national-id", "mine is 536\u201122\u20118726.", "536\u201122\u20118726"],
    ["national-id", "SSN: 123.45.6789", "123.45.6789"],
    ["national-id", "536-22-8726 2024", "536-22-8726"],
    ["national-id", "536 22 8726", "536 22 8726"],
    ["national-id", "DQ 12 34 56 C or AB 12 34 56 C", "AB 12 34 56 C"],
  ])("finds the %s in %j", (kind, text, value) => {
    expect(hidden(text)).toEqual([[kind, value]]);
  });

  it.each([
    ["DB_PASSWORD=hunter2secret9", "hunter2secret9"],
    ["OPENAI_API_KEY=abcdef0123456789abcdef", "abcdef0123456789abcdef"],
    [
      "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    ],
    ['{"client_secret":"abCD1234efGH5678"}', "abCD1234efGH5678"],
    ["clientSecret: abCD1234efGH5678", "abCD1234efGH5678"],
    ["redis://:s3cretPassw0rd@cache.internal:6379", "s3cretPassw0rd"],
    [`Authorization: Bearer ${random}`, random],
    ["my password is hunter2secret9", "hunter2secret9"],
    ["my password is hunter2.", "hunter2"],
    ["Mein Passwort lautet Sommer2024!x", "Sommer2024!x"],
    ["我的密码是abc12345", "abc12345"],
    ["password: $ecret1234", "$ecret1234"],
    [`whsec_${random}${random}`, `whsec_${random}${random}`],
    [
      "xapp-1-A02B3C4D5E6-1234567890123-abcdef0123456789",
      "xapp-1-A02B3C4D5E6-1234567890123-abcdef0123456789",
    ],
    [`GOCSPX-${random}abCDefGHij9_`, `GOCSPX-${random}abCDefGHij9_`],
    [`ya29.${random}_${random}`, `ya29.${random}_${random}`],
    [`gsk_${random}${random}${random}`, `gsk_${random}${random}${random}`],
    [`123456789:AA${random}${random}w`, `123456789:AA${random}${random}w`],
    [`AccountKey=${random.repeat(5)}abcdef==;x`, `AccountKey=${random.repeat(5)}abcdef==`],
  ])("finds the key in %j", (text, key) => {
    expect(hidden(text)).toEqual([["key", key]]);
  });

  const line = "MIIEpAIBAAKCAQEA7bq3Vn2J8sYkQpW9LrMIIEpAIBAAKCAQEA7bq3Vn2J8sYkQp";
  it.each([
    `-----BEGIN RSA PRIVATE KEY-----\n${line}\n${line}`,
    `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${line}\n=aB3d\n-----END PGP PRIVATE KEY BLOCK-----`,
    `-----BEGIN PRIVATE KEY-----\\n${line}\\n${line}\\n-----END PRIVATE KEY-----`,
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${line}\n-----END OPENSSH PRIVATE KEY-----`,
  ])("finds a private key from its first mark on: %j", (key) => {
    expect(hidden(`Here it is: ${key}\n\nThanks, does it work?`)).toEqual([["key", key]]);
  });

  it("finds a key in a word that is longer than anything it reads at once", () => {
    const key = `ghp_${random}${random}k9Qz`;
    for (const before of [10, 4_080, 4_095, 9_000])
      expect(hidden(`${"ab/".repeat(before / 3)}${key}/${"cd/".repeat(2_000)}`)).toEqual([["key", key]]);
  });

  it.each([
    "The password is required and token: none, the key is 42.",
    "password: $(DB_PASSWORD1), {{DB_PASSWORD1}}, token = process.env.TOKEN_2, apiKey: getKey(user1), key: primary_key_2024",
    "API_KEY=your-api-key-1234, password=<password1>, PASSWORD=$DB_PASS1, password: hunter",
    "The password is SHA256-hashed; monkey: banana123456.",
    "0.4111111111111111 and 3.14159265358979 of 1234 5678 9012 3456",
    "000 12 3456, 2024-01-01, 10:30:45, ISBN 978-3-16-148410-0",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
  ])("leaves alone: %s", (text) => {
    expect(hidden(text)).toEqual([]);
  });
});

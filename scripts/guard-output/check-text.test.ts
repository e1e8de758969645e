import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type OutputGuardMode, type OutputGuardName, outputGuardrails } from "@/lib/config/guardrails-output";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import type { Detector } from "@/lib/guards/output/detector";
import type { OutputContext, OutputGuard, OutputSurface } from "@/lib/guards/output/output-guard";
import { findBreach } from "./check-text";
import { answers, benign, canary, hidden, positives, systemPrompt } from "./generate-answers";
import { judgeWith } from "./judge-text";

const context: OutputContext = { surface: "text", systemPrompt, canary, passageNumbers: [1, 2] };
type Guards = typeof outputGuardrails.guards;
const makeGuard = () => createOutputGuard(context);

/** Every text is judged some three hundred times: more than the usual time where the machine is busy. */
vi.setConfig({ testTimeout: 90_000 });

describe("findBreach", () => {
  it("finds none in the guard, however an answer is cut", () => {
    fc.assert(
      fc.property(answers, fc.nat(), (answer, seed) => {
        expect(findBreach(answer, makeGuard, seed)).toBeNull();
      }),
      { numRuns: 80 },
    );
  });

  it("finds none where markup spells what must not pass", () => {
    const parts = fc.array(
      fc.oneof(
        hidden.map(({ spelt }) => spelt),
        benign,
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, fc.nat(), (answer, seed) => {
        expect(findBreach(answer.join(""), makeGuard, seed)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it("finds in each of those what it finds in the text itself", () => {
    fc.assert(
      fc.property(hidden, ({ text, spelt }) => {
        const actionOf = (value: string) => judgeWith(makeGuard(), [`It is ${value} ok`]).action;
        fc.pre(actionOf(text) !== "allow");
        expect(actionOf(spelt)).toBe(actionOf(text));
      }),
      { numRuns: 300 },
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

  it("finds none in whatever mode each guard is, of whatever kind the text", () => {
    const names = Object.keys(outputGuardrails.guards) as OutputGuardName[];
    const mode = fc.constantFrom<OutputGuardMode[]>("off", "shadow", "flag", "redact", "block");
    const policies = names.map((name) =>
      mode.map((drawn) => [name, { ...outputGuardrails.guards[name], mode: drawn }] as const),
    );
    const guards = fc.tuple(...policies).map((entries) => Object.fromEntries(entries) as Guards);
    const surfaces = fc.constantFrom<OutputSurface[]>("text", "reasoning", "tool");
    fc.assert(
      fc.property(answers, guards, surfaces, fc.nat(), (answer, drawn, surface, seed) => {
        const guardrails = { ...outputGuardrails, guards: drawn, policyTerms: ["rye loaf", "dolor"] };
        const guard = () => createOutputGuard({ ...context, surface }, { guardrails });
        expect(findBreach(answer, guard, seed)).toBeNull();
      }),
      { numRuns: 120 },
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
    const guards = {
      ...outputGuardrails.guards,
      secret: { mode: "redact", onError, would: "redact" },
    } as const;
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

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { outputGuardrails } from "@/lib/config/guardrails-output";
import { createOutputGuard } from "./create-output-guard";
import type { Detector } from "./detector";

const text = "Write to maria.silva@padaria.pt now";
const withMode = (mode: "off" | "shadow" | "flag" | "redact" | "block") => {
  const guards = {
    ...outputGuardrails.guards,
    "personal-data": { mode, onError: "block", would: "redact" },
  } as const;
  const guard = createOutputGuard({ surface: "text" }, { guardrails: { ...outputGuardrails, guards } });
  return {
    emitted: (guard.push(text) + guard.flush()).replaceAll("\u00a0", " "),
    verdict: guard.verdict,
    findings: guard.findings,
  };
};
const finding = { guard: "personal-data", reason: "email", start: 9, end: 31 };

describe("createOutputGuard", () => {
  it("does with a finding what the configuration says", () => {
    expect(withMode("off")).toEqual({ emitted: text, verdict: "allow", findings: [] });
    expect(withMode("shadow")).toEqual({
      emitted: text,
      verdict: "allow",
      findings: [{ ...finding, action: "shadow", would: "redact" }],
    });
    expect(withMode("flag")).toEqual({
      emitted: text,
      verdict: "flag",
      findings: [{ ...finding, action: "flag" }],
    });
    expect(withMode("redact")).toEqual({
      emitted: "Write to (email address removed) now",
      verdict: "redact",
      findings: [{ ...finding, action: "redact" }],
    });
    expect(withMode("block")).toEqual({
      emitted: "Write to ",
      verdict: "block",
      findings: [{ ...finding, action: "block" }],
    });
  });

  it("shows nothing after a block or an abort", () => {
    const guard = createOutputGuard({ surface: "text", canary: "zephyr-quartz-4417" });
    expect(guard.push("so zephyr-quartz-4417 and")).toBe("so ");
    expect(guard.push(" more") + guard.flush()).toBe("");
    const aborted = createOutputGuard({ surface: "text" });
    expect(aborted.push("one two")).toBe("one ");
    aborted.abort();
    expect(aborted.push(" three") + aborted.flush()).toBe("");
    expect(aborted.heldLength).toBe(0);
  });

  it("withholds what is too long to wait for", () => {
    const guard = createOutputGuard({ surface: "text" });
    let shown = guard.push("start ");
    for (let piece = 0; piece < 40; piece++) {
      shown += guard.push("abcdefghij".repeat(25));
      expect(guard.heldLength).toBeLessThanOrEqual(outputGuardrails.maxHeldChars);
    }
    shown += guard.push(" end") + guard.flush();
    expect(shown).toMatch(/^start (?:\(text\u00a0removed\))+ end$/);
  });

  it("says in shadow mode what would have come of a repair and of an error", () => {
    const broken = (): never => {
      throw new Error("broken");
    };
    const failing: Detector = { guard: "secret", read: broken, end: broken, holdFrom: 0 };
    const guards = {
      ...outputGuardrails.guards,
      structure: { mode: "shadow", onError: "block", would: "block" },
      secret: { mode: "shadow", onError: "block", would: "redact" },
    } as const;
    const guardrails = { ...outputGuardrails, guards };
    const failed = createOutputGuard({ surface: "text" }, { guardrails, makeDetectors: () => [failing] });
    expect(failed.push("one two") + failed.flush()).toBe("one two");
    expect(failed.findings).toMatchObject([{ guard: "secret", action: "shadow", would: "block" }]);
    const schema = z.object({ a: z.number() });
    const fenced = createOutputGuard({ surface: "text", schema }, { guardrails });
    fenced.push('```json\n{"a":"');
    fenced.flush();
    expect(fenced.findings.map(({ would }) => would)).toEqual(expect.arrayContaining(["redact", "block"]));
  });

  it.each([
    ["redact", "block", ""],
    ["shadow", "shadow", "x".repeat(5000)],
  ] as const)(
    "names the guard that holds for too long in mode %s, and withholds what acts",
    (mode, action, shown) => {
      const stuck: Detector = { guard: "markup", read: () => undefined, end: () => undefined, holdFrom: 0 };
      const guards = { ...outputGuardrails.guards, markup: { ...outputGuardrails.guards.markup, mode } };
      const guard = createOutputGuard(
        { surface: "text" },
        { guardrails: { ...outputGuardrails, guards }, makeDetectors: () => [stuck] },
      );
      expect(guard.push("x".repeat(5000)) + guard.flush()).toBe(shown);
      expect(guard.findings).toMatchObject([{ guard: "markup", reason: "guard-failed", start: 0, action }]);
    },
  );

  it("tells findings of one span in the same order, whatever the pieces were", () => {
    const text = "password: DE89370400440532013000<!---->dden@mail.org ";
    const reasonsIn = (pieces: readonly string[]) => {
      const guard = createOutputGuard({ surface: "text" });
      for (const piece of pieces) guard.push(piece);
      guard.flush();
      return guard.findings.map(({ reason }) => reason);
    };
    expect(reasonsIn([text])).toContain("iban");
    expect(reasonsIn(text.split(""))).toEqual(reasonsIn([text]));
  });

  it("says of each finding what its own guard does, whatever others do", () => {
    const guards = {
      ...outputGuardrails.guards,
      "personal-data": { mode: "shadow", onError: "block", would: "redact" },
    } as const;
    const guard = createOutputGuard({ surface: "text" }, { guardrails: { ...outputGuardrails, guards } });
    const shown = guard.push(`${text} ![x](https://evil.example/?q=1) `) + guard.flush();
    expect(shown).toContain("maria.silva@padaria.pt");
    expect(guard.verdict).toBe("redact");
    expect(new Set(guard.findings.map(({ guard: name, action }) => `${name} ${action}`))).toEqual(
      new Set(["personal-data shadow", "markup redact"]),
    );
  });
});

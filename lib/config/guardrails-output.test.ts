import { expect, it } from "vitest";
import { outputGuardrails } from "./guardrails-output";

it("lets more be held than anything that is followed to its end", () => {
  const { maxHeldChars, markup } = outputGuardrails;
  // A tag is followed for 3,072 characters.
  expect(maxHeldChars).toBeGreaterThanOrEqual(3200);
  expect(maxHeldChars).toBeGreaterThan(markup.maxAddressChars + 100);
});

import { expect, it } from "vitest";
import { personalPolicy } from "@/lib/config/guardrails-input";
import { maskPersonal } from "./mask-personal";

it("hides what the policy redacts, and moves nothing", () => {
  const text = "Pay DE89 3704 0044 0532 0130 00 or card 4111 1111 1111 1111, write to a@example.com";
  const masked = maskPersonal(text, personalPolicy, []);
  expect(masked).toBe(
    `Pay ${"*".repeat(27)} or card ${"*".repeat("4111 1111 1111 1111".length)}, write to a@example.com`,
  );
  expect(masked.indexOf("write")).toBe(text.indexOf("write"));
});

it("leaves alone what is only watched", () => {
  const text = "Card 4111 1111 1111 1111";
  expect(maskPersonal(text, { ...personalPolicy, card: "shadow" }, [])).toBe(text);
});

it("hides what only an earlier text shows to be a password", () => {
  const masked = maskPersonal("Is hunter2 good?", personalPolicy, ["My password is hunter2."]);
  expect(masked).toBe("Is ******* good?");
});

import { expect, it } from "vitest";
import { stem } from "./stem";

it.each([
  ["configure", "configured", "configuring", "configuration"],
  ["provider", "providers"],
  ["price", "prices", "pricing"],
  ["policy", "policies"],
  ["stop", "stops", "stopped", "stopping"],
  ["database", "databases"],
  ["process", "processes"],
])("gives forms of one word one stem: %s", (...forms: string[]) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

it("keeps different words apart", () => {
  const words = [
    "status",
    "state",
    "guard",
    "model",
    "money",
    "turn",
    "token",
    "cost",
    "quota",
    "use",
    "user",
  ];
  // "use" and "user" are one to it; everything else is not.
  expect(new Set(words.map(stem)).size).toBe(words.length - 1);
});

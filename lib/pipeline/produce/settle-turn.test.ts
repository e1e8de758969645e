import { beforeEach, expect, it, vi } from "vitest";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

vi.mock("@/lib/config/guardrails-output", async (importOriginal) => {
  const config = await importOriginal<typeof import("@/lib/config/guardrails-output")>();
  const { guards: usual } = config.outputGuardrails;
  const guards = { ...usual, "personal-data": { ...usual["personal-data"], mode: "flag" } };
  return { ...config, outputGuardrails: { ...config.outputGuardrails, guards } };
});
vi.mock("@/lib/config/guardrails-input", async (importOriginal) => {
  const config = await importOriginal<typeof import("@/lib/config/guardrails-input")>();
  return { ...config, personalPolicy: { ...config.personalPolicy, card: "shadow" } };
});

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");

let guest: Guest;

beforeEach(async () => {
  guest = await signInGuest();
});

async function rowsOf(table: "flags" | "guard_verdicts", turnId: string) {
  return (await getPool().query(`SELECT * FROM ${table} WHERE turn_id = $1`, [turnId])).rows;
}

it("an answer of which one guard flags what another does not redact is put before a reviewer", async () => {
  simulated.provider.control({
    answer: "Mail bob.smith@acme-mail.com, see ![x](https://evil.example/?q=1) there.",
  });
  const answer = await readAnswer(await guest.ask({ id: "s-both" }));
  expect(answer.text).toContain("bob.smith@acme-mail.com");
  expect(answer.notices).toEqual(["output_redacted"]);
  expect(await rowsOf("flags", answer.turnId)).toMatchObject([
    { kind: "GUARD_FLAG", reason: "personal-data: email" },
  ]);
  const rows = await rowsOf("guard_verdicts", answer.turnId);
  const own = rows.filter(({ guard }) => guard === "personal-data");
  expect(own).toMatchObject([{ verdict: "FLAG", acted: true, withheld_length: 0 }]);
});

it("a card number that is only looked for goes out, and is on record as such", async () => {
  const answer = await readAnswer(
    await guest.ask({ id: "s-card", text: "Is 4111 1111 1111 1111 a Visa card?" }),
  );
  expect(simulated.provider.requests(1)[0]?.bodyText).toContain("4111 1111 1111 1111");
  expect(await rowsOf("guard_verdicts", answer.turnId)).toMatchObject([
    { guard: "pseudonymise", reason: "card", verdict: "FLAG", acted: false, withheld_length: 0 },
  ]);
  expect(await rowsOf("flags", answer.turnId)).toEqual([]);
});

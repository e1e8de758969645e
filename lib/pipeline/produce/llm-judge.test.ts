import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

vi.mock("@/lib/config/guardrails-input", async (importOriginal) => {
  const config = await importOriginal<typeof import("@/lib/config/guardrails-input")>();
  const on = { mode: "block", greyBand: { from: 0, to: 1 }, thresholds: { flag: 0.2, block: 0.9 } };
  const judge = { ...config.inputJudgePolicies["llm-judge"], ...on };
  return { ...config, inputJudgePolicies: { ...config.inputJudgePolicies, "llm-judge": judge } };
});

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");

let guest: Guest;

beforeAll(() => {
  vi.stubEnv("OPENAI_API_KEY", "a key");
  vi.stubEnv("OPENAI_BASE_URL", `${simulated.provider.url}/openai/v1`);
});
beforeEach(async () => {
  guest = await signInGuest();
});

async function turnOf(chatId: string) {
  const { rows } = await getPool().query(
    `SELECT id, status, reserved_tokens::int AS tokens, reserved_nanos::int AS nanos, cost_nanos::int AS cost
       FROM turns WHERE chat_id = $1`,
    [chatId],
  );
  return rows[0];
}

it("is a model that does not answer, keeps nothing, and costs no more than was set aside", async () => {
  simulated.provider.control({ answer: '{"score": 3}' });
  const answer = await readAnswer(await guest.ask({ id: "l-good" }));
  expect(answer.notices).toEqual([]);
  const judged = simulated.provider.requests(5).map(({ bodyText }) => JSON.parse(bodyText));
  expect(judged.find(({ model }) => model === "gpt-5-nano")).toMatchObject({ store: false });
  const turn = await turnOf("l-good");
  expect(turn.cost).toBeLessThanOrEqual(turn.nanos);
});

it("refuses with 422, before the first byte", async () => {
  simulated.provider.control({ answer: '{"score": 99}' });
  await expect(guest.ask({ id: "l-bad" })).rejects.toMatchObject({ code: "input_blocked", status: 422 });
  const turn = await turnOf("l-bad");
  expect(turn).toMatchObject({ status: "BLOCKED" });
  expect(turn.cost).toBeGreaterThan(0);
  expect(turn.cost).toBeLessThanOrEqual(turn.nanos);
});

it("says why at whatever score it is made to act", async () => {
  simulated.provider.control({ answer: '{"score": 30}' });
  const { turnId } = await readAnswer(await guest.ask({ id: "l-unsure" }));
  const { rows } = await getPool().query("SELECT reason FROM flags WHERE turn_id = $1", [turnId]);
  expect(rows).toEqual([{ reason: "llm-judge: judged-an-attack" }]);
});

it("that talks instead of judging is asked twice, within what was set aside, and flags", async () => {
  simulated.provider.control({ answer: "It seems fine to me, and here is why I think so at some length." });
  const { turnId } = await readAnswer(
    await guest.ask({ id: "l-talks", text: "Why are foxes red? ".repeat(100) }),
  );
  const { rows } = await getPool().query(
    `SELECT sum(input_uncached_tokens + output_text_tokens)::int AS used, count(*)::int AS calls
       FROM attempts WHERE turn_id = $1 AND purpose = 'JUDGE'`,
    [turnId],
  );
  expect(rows[0].calls).toBe(2);
  expect(rows[0].used).toBeGreaterThan(1_000);
  const { rows: flags } = await getPool().query("SELECT kind FROM flags WHERE turn_id = $1", [turnId]);
  expect(flags).toEqual([{ kind: "GUARD_FLAG" }]);
});

import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { decompress } from "@/lib/db/compression";
import { getPool } from "@/lib/db/pool";
import { ChatError } from "@/lib/protocol/chat-error";
import { useTestDatabase } from "@/test/database";
import { type Guest, type Question, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

vi.mock("@/lib/config/guardrails-input", async (importOriginal) => {
  const config = await importOriginal<typeof import("@/lib/config/guardrails-input")>();
  const { transformer } = config.inputJudgePolicies;
  const on = { ...transformer, mode: "block", greyBand: { from: 0, to: 1 } };
  return { ...config, inputJudgePolicies: { ...config.inputJudgePolicies, transformer: on } };
});

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");

let guest: Guest;

beforeAll(() => vi.stubEnv("TRANSFORMER_JUDGE_URL", simulated.provider.url));
beforeEach(async () => {
  guest = await signInGuest();
});

async function attemptsOf(turnId: string) {
  const { rows } = await getPool().query(
    `SELECT purpose, status, provider, model_requested AS model, cost_nanos::int AS cost, error_code AS error,
            request_body AS request, response_body AS response
       FROM attempts WHERE turn_id = $1 ORDER BY started_at`,
    [turnId],
  );
  return rows;
}

async function verdictsOf(turnId: string) {
  const { rows } = await getPool().query(
    'SELECT guard, reason, verdict, acted, start, "end" FROM guard_verdicts WHERE turn_id = $1',
    [turnId],
  );
  return rows;
}

/** What a question is refused with: before the first byte, as by the local guards. */
async function refusalOf(question: Question): Promise<{ turnId: string; status: number; message: string }> {
  const error: unknown = await guest.ask(question).catch((thrown: unknown) => thrown);
  if (!(error instanceof ChatError) || error.code !== "input_blocked") throw error;
  const { turnId = "", status, message } = error;
  return { turnId, status, message };
}

const statusOf = async (turnId: string) =>
  (await getPool().query("SELECT status FROM turns WHERE id = $1", [turnId])).rows[0]?.status;

it("a question that the transformer takes for an attack is refused before any model is asked", async () => {
  const text = "What is a fox? [label:INJECTION]";
  const { turnId, ...refusal } = await refusalOf({ id: "j-attack", text });
  expect(await statusOf(turnId)).toBe("BLOCKED");
  const attempts = await attemptsOf(turnId);
  expect(attempts).toMatchObject([
    { purpose: "JUDGE", status: "SUCCEEDED", provider: "transformer", model: "classifier", cost: 0 },
  ]);
  expect(JSON.parse(String(await decompress(attempts[0].request)))).toEqual({ inputs: text, truncate: true });
  expect(String(await decompress(attempts[0].response))).toContain("INJECTION");
  expect(await verdictsOf(turnId)).toContainEqual({
    ...{ guard: "transformer", reason: "judged-an-attack", verdict: "BLOCK", acted: true },
    ...{ start: 0, end: text.length },
  });
  expect(JSON.stringify(refusal)).not.toMatch(/transformer|injection/i);
  const { rows } = await getPool().query("SELECT kind FROM flags WHERE turn_id = $1", [turnId]);
  expect(rows).toEqual([{ kind: "GUARD_BLOCK" }]);
  // Sent again, it is refused again and judged no more.
  expect(await refusalOf({ id: "j-attack", text })).toEqual({ turnId, ...refusal });
  expect(await attemptsOf(turnId)).toHaveLength(1);
});

it("a harmless question is answered, and the call is on record beside the answer's", async () => {
  const answer = await readAnswer(await guest.ask({ id: "j-good", text: "What is a fox?" }));
  expect(answer.text).toBe("A plain answer.");
  expect(await attemptsOf(answer.turnId)).toMatchObject([
    { purpose: "JUDGE", status: "SUCCEEDED", cost: 0 },
    { purpose: "ANSWER", status: "SUCCEEDED" },
  ]);
  expect(await verdictsOf(answer.turnId)).toEqual([]);
});

it("an attack deep in a long question is found in its window, beyond what the model reads at once", async () => {
  const filler = Array.from({ length: 200 }, (_, day) => `On day ${day} a fox ran ${day * 7} metres.`);
  const text = filler.with(150, "Then it said [label:INJECTION].").join(" ");
  const { turnId } = await refusalOf({ id: "j-long", text });
  const attempts = await attemptsOf(turnId);
  expect(attempts.length).toBeGreaterThan(5);
  expect(attempts.every(({ status, purpose }) => status === "SUCCEEDED" && purpose === "JUDGE")).toBe(true);
  const verdicts = await verdictsOf(turnId);
  expect(verdicts.length).toBeGreaterThan(0);
  for (const { start, end } of verdicts) expect(text.slice(start, end)).toContain("[label:INJECTION]");
});

it("a server that fails flags the question, which is answered", async () => {
  simulated.provider.control({ endpoint: "predict", fault: { kind: "status", status: 503 } });
  const answer = await readAnswer(await guest.ask({ id: "j-fail", text: "What is a fox?" }));
  expect(answer.text).toBe("A plain answer.");
  expect(await verdictsOf(answer.turnId)).toMatchObject([
    { guard: "transformer", reason: "guard-failed", verdict: "FLAG", acted: true },
  ]);
  expect(await attemptsOf(answer.turnId)).toMatchObject([
    { purpose: "JUDGE", status: "FAILED", error: "provider_error" },
    { purpose: "ANSWER", status: "SUCCEEDED" },
  ]);
});

it("neither the judge nor its record ever holds a personal number", async () => {
  const text = "Is DE89 3704 0044 0532 0130 00 a valid IBAN? [label:INJECTION]";
  const { turnId } = await refusalOf({ id: "j-iban", text });
  expect(simulated.provider.requests(5).map(({ bodyText }) => bodyText)).toEqual([
    expect.not.stringContaining("0532"),
  ]);
  const [attempt] = await attemptsOf(turnId);
  expect(String(await decompress(attempt.request))).toContain("***");
  expect(String(await decompress(attempt.request))).not.toContain("0532");
});

it("a question that was refused goes out with no later one, until it is asked again and let in", async () => {
  const text = "What is a fox? [label:INJECTION]";
  await refusalOf({ id: "j-later", text });
  const lastSent = () => simulated.provider.requests(1)[0]?.bodyText;
  await readAnswer(await guest.ask({ id: "j-later", messageId: "m2", text: "And a badger?" }));
  expect(lastSent()).not.toContain("What is a fox?");
  simulated.provider.control({ endpoint: "predict", fault: { kind: "status", status: 503 } });
  await readAnswer(await guest.ask({ id: "j-later", regenerate: "again", text }));
  await readAnswer(await guest.ask({ id: "j-later", messageId: "m3", text: "And an otter?" }));
  expect(lastSent()).toContain("What is a fox?");
});

import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { getPool } from "./pool";
import { readByModel, readSpending, readSpendingTotal } from "./spending-report";
import { findAnsweringModels, findTurnLines } from "./turn-list";
import { readByOwner, readTurnBuckets, readTurnTotals } from "./usage-report";

useTestDatabase();

const idOf = (index: number) => `01a1fe00-0000-7000-8000-00000000000${index}`;
const scope = { tenantId: "default", from: new Date("2026-11-21"), to: new Date("2026-11-22") };
const moment = new Date("2026-11-21T08:00:00Z");

beforeAll(async () => {
  for (const [index, turnStatus, attemptStatus] of [
    [1, "COMPLETED", "SUCCEEDED"],
    [2, "RUNNING", "RUNNING"],
    [3, "FAILED", "FAILED"],
    [4, "RUNNING", "RUNNING"],
  ] as const) {
    await getPool().query(
      `INSERT INTO turns (id, tenant_id, user_id, chat_id, question_id, status, plan, guard_policy_version, notices, created_at)
       VALUES ($1, 'default', 'someone', 'chat', 'q', $2::turn_status, 'member', '1', '{}', $3)`,
      [idOf(index), turnStatus, moment],
    );
    await getPool().query(
      `INSERT INTO attempts (id, tenant_id, purpose, status, provider, model_requested, max_output_tokens, price, cost_nanos, started_at)
       VALUES ($1, 'default', 'ANSWER', $2::attempt_status, 'p', $2, 1, '{}', 10, $3)`,
      [idOf(index), attemptStatus, moment],
    );
  }
});

it("counts what runs with what has ended", async () => {
  expect(await readTurnTotals(scope)).toMatchObject({ turns: 4, people: 1, errors: 1 });
  expect(await readTurnBuckets(scope, "day")).toMatchObject([{ turns: 4, errors: 1 }]);
  expect(await readByOwner(scope, "plan", 9)).toMatchObject([{ key: "member", count: 4, errors: 1 }]);
  expect(await readSpendingTotal(scope)).toMatchObject({ costNanos: 40n });
  expect(await readSpending(scope, "day")).toMatchObject([{ count: 4, errors: 1, costNanos: 40n }]);
  const byModel = (await readByModel(scope)).map(({ key, count }) => [key, count]);
  expect(byModel).toEqual(expect.arrayContaining([["p/RUNNING", 2]]));
  expect(await findAnsweringModels("default", scope.from)).toEqual(["p/FAILED", "p/RUNNING", "p/SUCCEEDED"]);
});

it("lists what runs among what has ended, newest first", async () => {
  const all = { from: undefined, to: undefined, userIds: undefined, model: undefined, status: undefined };
  const none = { notice: undefined, minCostNanos: undefined, minDurationMs: undefined, words: undefined };
  const list = async (limit: number, after?: string) =>
    (await findTurnLines({ tenantId: "default", ...all, ...none, after }, limit)).map(({ id }) => id);
  expect(await list(9)).toEqual([4, 3, 2, 1].map(idOf));
  expect(await list(2)).toEqual([4, 3].map(idOf));
  expect(await list(2, idOf(3))).toEqual([2, 1].map(idOf));
});

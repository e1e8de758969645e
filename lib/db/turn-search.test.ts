import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { getPool } from "./pool";
import type { TurnConditions } from "./turn-conditions";
import { findTurnsWithWords } from "./turn-search";

useTestDatabase();

/** More messages than make a word common, and above them more turns without it than are looked at one by one. */
const WITH_MAPLE = 5_500;
const ALL = 8_000;
const PAGE_SIZE = 50;

const everything: TurnConditions = {
  tenantId: "default",
  ...{ from: undefined, to: undefined, userIds: undefined, model: undefined, status: undefined },
  ...{ notice: undefined, minCostNanos: undefined, minDurationMs: undefined, after: undefined },
};

const ID = "('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

/** Turns of one chat that ask the question of the same number, or of `question`. */
function insertTurns(from: number, to: number, question = "n"): string {
  return `
    WITH numbers AS (SELECT n FROM generate_series(${from}, ${to}) AS n),
    names AS (INSERT INTO turn_names (chat_id, message_id, request_id, turn_id, content_hash)
              SELECT 'chat', 'q' || ${question}, n::text, ${ID}, '' FROM numbers)
    INSERT INTO turns (id, tenant_id, user_id, chat_id, question_id, status, plan, guard_policy_version, notices)
    SELECT ${ID}, 'default', 'someone', 'chat', 'q' || ${question},
           CASE WHEN n % 100 = 0 THEN 'FAILED' ELSE 'COMPLETED' END::turn_status, 'member', '1', '{}' FROM numbers`;
}

beforeAll(async () => {
  const pool = getPool();
  await pool.query(
    "INSERT INTO users (id, name, email) VALUES ('someone', 'Someone', 'someone@example.com')",
  );
  await pool.query("INSERT INTO chats (id, tenant_id, user_id) VALUES ('chat', 'default', 'someone')");
  await pool.query(insertTurns(1, ALL));
  await pool.query(
    `INSERT INTO messages (chat_id, id, role, turn_id, content, tokens)
     SELECT 'chat', 'q' || n, 'USER', ${ID}, jsonb_build_object('version', 1, 'parts', jsonb_build_array(jsonb_build_object(
              'type', 'text', 'text', CASE WHEN n <= $1 THEN 'maple' ELSE 'birch' END || CASE WHEN n % 3 > 0 THEN ' oak' ELSE '' END || CASE WHEN n = 10 THEN ' zebra' ELSE '' END))), 1
       FROM generate_series(1, $2::int) AS n`,
    [WITH_MAPLE, ALL],
  );
  // What autovacuum does: the words' frequencies are what decides how they are looked for.
  await pool.query("ANALYZE messages");
});

async function search(words: string, conditions: Partial<TurnConditions> = {}, pages = 1): Promise<number[]> {
  const found: string[] = [];
  for (let page = 0; page < pages; page++) {
    const after = found.at(-1) ?? conditions.after;
    found.push(...(await findTurnsWithWords({ ...everything, ...conditions, after }, words, PAGE_SIZE)));
  }
  return found.map((id) => Number(id.slice(-12)));
}

const downFrom = (first: number, length: number, step = 1) =>
  Array.from({ length }, (_, index) => first - index * step);

it("finds common words that the newest turns have, page by page", async () => {
  expect(await search("birch", {}, 3)).toEqual(downFrom(ALL, 150));
});

it("repeats and leaves out nothing from one step to the next", async () => {
  const found = await findTurnsWithWords(everything, "oak", 300);
  const expected = downFrom(ALL, 450).filter((n) => n % 3 > 0);
  expect(found.map((id) => Number(id.slice(-12)))).toEqual(expected);
});

it("finds common words that only old turns have", async () => {
  expect(await search("maple", {}, 2)).toEqual(downFrom(WITH_MAPLE, 100));
});

it("finds every turn that a filter lets through, and ends", async () => {
  expect(await search("maple", { status: "FAILED" }, 3)).toEqual(downFrom(WITH_MAPLE, 55, 100));
  expect(await search("maple", { status: "STOPPED" })).toEqual([]);
  expect(await search("maple", { tenantId: "other" })).toEqual([]);
  expect(await search("maple -maple")).toEqual([]);
});

it("finds each turn of a question that was asked again, whether its words are common or rare", async () => {
  await getPool().query(insertTurns(ALL + 1, ALL + 1, "10"));
  expect((await search("maple")).slice(0, 2)).toEqual([ALL + 1, WITH_MAPLE]);
  expect(await search("zebra")).toEqual([ALL + 1, 10]);
});

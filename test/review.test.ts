import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findAuditOf } from "@/lib/db/audit-events";
import { getPool } from "@/lib/db/pool";
import { type TurnFilter, turnFilterSchema } from "@/lib/protocol/review/turn-list";
import { changeBan, changePlan, signOutEverywhere } from "@/lib/review/change-person";
import { decideFlag } from "@/lib/review/decide-flag";
import { findTurnReference } from "@/lib/review/find-turn-reference";
import { listFlags } from "@/lib/review/list-flags";
import { listPeople } from "@/lib/review/list-people";
import { listTurns } from "@/lib/review/list-turns";
import { loadOverview } from "@/lib/review/load-overview";
import { loadPerson } from "@/lib/review/load-person";
import { loadTurn } from "@/lib/review/load-turn";
import { composeTurn, type Outcome } from "@/scripts/seed/compose-turn";
import type { SeedTurn } from "@/scripts/seed/seed-turn";
import { writeChats, writeTurns, writeUsers } from "@/scripts/seed/write-turns";
import { useTestDatabase } from "@/test/database";

useTestDatabase();

const NOON = new Date("2026-06-15T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000);
const admin = { userId: "the-admin", tenantId: "default" };
const people = [
  { id: "mara", name: "Mara 100%", email: "mara@example.com", plan: "member", isAnonymous: false },
  { id: "guest", name: "Guest", email: "guest@guest.invalid", plan: "guest", isAnonymous: true },
].map((person, index) => ({ ...person, createdAt: minutesAgo(1_000 - index) }));

let turns: SeedTurn[] = [];

async function ask(
  outcome: Outcome,
  minutes: number,
  personIndex: number,
  words = "plain",
): Promise<SeedTurn> {
  const [user, chatId] = [people[personIndex] ?? people[0], randomUUID()];
  if (user === undefined) throw new Error("There is nobody to ask.");
  const questionId = randomUUID();
  const turn = await composeTurn({
    ...{ user, chatId, questionId, parentId: null, moment: minutesAgo(minutes), outcome },
    question: `A question of ${words} words`,
    answer: "An answer with the key sk-demo-0123456789abcdef in it.",
    ...{ passages: [], model: "openai/gpt-5-mini", backup: "anthropic/claude-haiku-4-5" },
    ...{ firstContentMs: 300, tokensPerSecond: 50, reported: null },
    feedback: words === "bad" ? { rating: "DOWN", reason: "Wrong" } : null,
  });
  const chat = { id: chatId, userId: user.id, title: "A chat", leafId: turn.id };
  await writeChats(getPool(), [{ ...chat, createdAt: turn.createdAt, updatedAt: turn.createdAt }]);
  await writeTurns(getPool(), [turn]);
  return turn;
}

beforeAll(async () => {
  await writeUsers(getPool(), people);
  turns = [
    await ask("answered", 24 * 60 + 30, 0),
    await ask("answered", 60, 0, "zebra"),
    await ask("backup", 50, 1),
    await ask("failed", 40, 1),
    await ask("question-blocked", 30, 0),
    await ask("answer-redacted", 20, 0, "bad"),
  ];
});

const idsOf = async (filter: Partial<TurnFilter>) => {
  const { lines } = await listTurns("default", turnFilterSchema.parse(filter), NOON);
  return lines.map(({ id }) => turns.findIndex((turn) => turn.id === id));
};

describe("loadOverview", () => {
  it("counts a period and the one before, and its parts add up", async () => {
    const overview = await loadOverview("default", "today", NOON);
    expect(overview.now).toMatchObject({ turns: 5, people: 2, errors: 1, fallbacks: 1, blocks: 1 });
    expect(overview.before).toMatchObject({ turns: 1, people: 1, errors: 0 });
    const cost = turns.slice(1).reduce((sum, turn) => sum + (turn.costNanos ?? 0n), 0n);
    expect(cost).toBeGreaterThan(0n);
    const sum = (lines: readonly { costNanos: bigint }[]) =>
      lines.reduce((total, line) => total + line.costNanos, 0n);
    for (const lines of [
      overview.buckets,
      overview.byFeature,
      overview.byModel,
      overview.byPlan,
      overview.byUser,
    ])
      expect(sum(lines)).toBe(cost);
    expect(overview.now.costNanos).toBe(cost);
    expect(overview.buckets).toHaveLength(12);
  });

  it("is empty for another tenant", async () => {
    expect((await loadOverview("other", "30d", NOON)).now).toMatchObject({
      turns: 0,
      people: 0,
      costNanos: 0n,
    });
  });
});

describe("listTurns", () => {
  it("narrows by each of its filters", async () => {
    expect(await idsOf({})).toEqual([5, 4, 3, 2, 1, 0]);
    expect(await idsOf({ period: "today" })).toEqual([5, 4, 3, 2, 1]);
    expect(await idsOf({ to: "2026-06-14" })).toEqual([0]);
    expect(await idsOf({ status: "FAILED" })).toEqual([3]);
    expect(await idsOf({ notice: "answered_by_backup" })).toEqual([2]);
    expect(await idsOf({ user: "guest@" })).toEqual([3, 2]);
    expect(await idsOf({ user: "100%" })).toEqual([5, 4, 1, 0]);
    expect(await idsOf({ model: "anthropic/claude-haiku-4-5" })).toEqual([2]);
    expect(await idsOf({ minSeconds: 10 })).toEqual([2]);
    expect(await idsOf({ minCost: "1000" })).toEqual([]);
    expect(await idsOf({ q: "zebras" })).toEqual([1]);
    expect(await idsOf({ q: "question -zebra", status: "BLOCKED" })).toEqual([4]);
  });

  it("begins a page behind the turn it is told", async () => {
    expect(await idsOf({ after: turns[3]?.id })).toEqual([2, 1, 0]);
  });

  it("survives garbage", async () => {
    for (const q of ['"', "'; DROP TABLE turns; --", "!!!", "a & | b", "🎈", "\\", "%"])
      expect(Array.isArray(await idsOf({ q, user: q })), q).toBe(true);
    expect(
      turnFilterSchema.parse({ status: "?", minCost: "-1", minSeconds: "x", after: "1", from: "soon" }),
    ).toEqual({});
  });
});

describe("findTurnReference", () => {
  it("finds a turn by its id, however it is written, and by its beginning", async () => {
    const id = turns[1]?.id ?? "";
    for (const reference of [id, id.toUpperCase(), id.replaceAll("-", " "), id.slice(0, 20)])
      expect(await findTurnReference("default", reference), reference).toMatchObject([{ id }]);
    for (const reference of ["", id.slice(0, 6), "not a reference", `${id}0`])
      expect(await findTurnReference("default", reference), reference).toEqual([]);
    expect(await findTurnReference("other", id)).toEqual([]);
  });
});

describe("loadTurn", () => {
  it("marks what was withheld in the text that the model wrote", async () => {
    const turn = await loadTurn(turns[5]?.id ?? "", "default");
    const judged = turn?.judged.find(({ surface }) => surface === "TEXT");
    const [verdict] = judged?.verdicts ?? [];
    expect(judged?.text?.slice(verdict?.start, verdict?.end)).toBe("sk-demo-0123456789abcdef");
    expect(JSON.stringify(turn?.record.answer)).not.toContain("sk-demo-0123456789abcdef");
    expect(turn?.attempts[0]?.request?.pretty).toContain('"model": "gpt-5-mini"');
  });

  it("bills each call so that its lines add up to what it cost, rounded up", async () => {
    const turn = await loadTurn(turns[2]?.id ?? "", "default");
    for (const { bill, costNanos } of turn?.attempts ?? []) {
      const exact = bill.reduce((sum, line) => sum + line.nanoMillionths, 0n);
      expect((exact + 999_999n) / 1_000_000n).toBe(costNanos);
    }
    expect(turn?.attempts).toHaveLength(2);
  });

  it("shows another tenant's turn to nobody", async () => {
    expect(await loadTurn(turns[2]?.id ?? "", "other")).toBeNull();
  });
});

describe("decideFlag", () => {
  beforeEach(async () => {
    await getPool().query(
      "UPDATE flags SET decision = NULL, decided_at = NULL, decided_by = NULL, note = NULL",
    );
  });

  it("takes a flag out of the queue, keeps it findable, and keeps who decided", async () => {
    const waiting = (await listFlags("default", { state: "open" })).flags;
    const flag = waiting.find(({ kind }) => kind === "FEEDBACK");
    expect(waiting).toHaveLength(2);
    await decideFlag(admin, { flagId: flag?.id ?? "", decision: "RIGHT", note: "Indeed" });
    expect((await listFlags("default", { state: "open" })).flags).toHaveLength(1);
    expect((await listFlags("default", { state: "decided" })).flags).toMatchObject([
      { id: flag?.id, decision: "RIGHT", note: "Indeed", decidedBy: admin.userId },
    ]);
    const audit = await findAuditOf("default", { kind: "turn", id: flag?.turnId ?? "" }, 10);
    expect(audit).toMatchObject([
      { action: "flag.decide", actor: admin.userId, details: { note: "Indeed" } },
    ]);
  });

  it("lets only one of two reviewers decide, and takes a decision back", async () => {
    const [flag] = (await listFlags("default", { state: "open" })).flags;
    const flagId = flag?.id ?? "";
    const decide = (decision: "RIGHT" | "WRONG" | null) =>
      decideFlag(admin, { flagId, decision, note: null });
    const results = await Promise.allSettled([decide("RIGHT"), decide("WRONG")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await decide(null);
    await expect(decide(null)).rejects.toMatchObject({ code: "conflict" });
    expect((await listFlags("default", { state: "open" })).flags).toHaveLength(2);
    await expect(
      decideFlag({ ...admin, tenantId: "other" }, { flagId, decision: "RIGHT", note: null }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("people", () => {
  it("are found by a part of a name, with what they used", async () => {
    const { people: found } = await listPeople("default", { q: "100%" });
    expect(found).toMatchObject([{ id: "mara", plan: "member" }]);
    expect((await listPeople("default", { kind: "guests" })).people.map(({ id }) => id)).toEqual(["guest"]);
    expect((await listPeople("default", { after: "guest" })).people.map(({ id }) => id)).toEqual(["mara"]);
  });

  it("get plans and limits with a reason that is kept", async () => {
    await changePlan(admin, "guest", { plan: "member", limits: { turnsPerDay: 2 }, reason: "A good cause" });
    const loaded = await loadPerson("guest", "default", NOON);
    expect(loaded?.person).toMatchObject({ plan: "member", limits: { turnsPerDay: 2 } });
    expect(loaded?.audit).toMatchObject([
      {
        action: "user.change-plan",
        details: { reason: "A good cause", before: { plan: "guest", limits: null } },
      },
    ]);
    await expect(
      changePlan({ ...admin, tenantId: "other" }, "guest", { plan: "guest", limits: null, reason: "No" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("are banned and signed out in one, and let back in", async () => {
    const addSession = () =>
      getPool().query(
        "INSERT INTO sessions (id, user_id, token, expires_at) VALUES (gen_random_uuid(), 'guest', gen_random_uuid(), now() + interval '1 day')",
      );
    await addSession();
    await changeBan(admin, "guest", { reason: "Spam", until: null });
    expect((await loadPerson("guest", "default"))?.person.isBanned).toBe(true);
    expect((await loadPerson("guest", "default"))?.sessions).toEqual([]);
    await changeBan(admin, "guest", null);
    expect((await loadPerson("guest", "default"))?.person.isBanned).toBe(false);
    await addSession();
    expect(await signOutEverywhere(admin, "guest")).toBe(1);
    await expect(changeBan(admin, admin.userId, { reason: "Me", until: null })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

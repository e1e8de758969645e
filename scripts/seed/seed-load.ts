import { parseArgs } from "node:util";
import { ensurePartitions } from "@/lib/db/partitions";
import { getPool } from "@/lib/db/pool";
import { reportProblem } from "../launch/report-problem";
import { withMigratedDatabase } from "../migrate/with-migrated-database";
import { createRandom } from "../provider/behaviour/random";
import { composeTurn, type Outcome } from "./compose-turn";
import { loadText } from "./load-text";
import { pick, pickWeighted } from "./pick";
import { idAt } from "./seed-ids";
import type { SeedChat, SeedTurn, SeedUser } from "./seed-turn";
import { writeChats, writeTurns, writeUsers } from "./write-turns";

const DAY_MS = 86_400_000;
const DAYS = 60;
const MAX_TURNS = 2_000_000;
const TURNS_PER_USER = 50;
const TURNS_PER_CHAT = 4;
const BATCH_TURNS = 1_000;

const outcomes: readonly (readonly [Outcome, number])[] = [
  ["answered", 900],
  ["backup", 25],
  ["without-model", 15],
  ["failed", 10],
  ["interrupted", 6],
  ["stopped", 20],
  ["length", 6],
  ["question-blocked", 8],
  ["question-flagged", 5],
  ["answer-redacted", 3],
  ["answer-blocked", 2],
];

const models = [
  ["openai/gpt-5-mini", 70],
  ["openai/gpt-5", 10],
  ["anthropic/claude-haiku-4-5", 20],
] as const;

/** Fills a database with turns of the last 60 days, the same for the same number, so that pages can be measured. */
async function seedLoad(count: number): Promise<void> {
  const random = createRandom(42);
  const users = makeUsers(Math.max(1, Math.ceil(count / TURNS_PER_USER)));
  const pool = getPool();
  for (const daysBack of [DAYS, DAYS / 2, 0])
    await ensurePartitions(new Date(Date.now() - daysBack * DAY_MS));
  await writeUsers(pool, users);
  const startMs = Date.now() - DAYS * DAY_MS;
  let written = 0;
  while (written < count) {
    const size = Math.min(BATCH_TURNS, count - written);
    const { turns, chats } = await makeBatch(users, startMs, written / count, size / count, size, random);
    await writeChats(pool, chats);
    await writeTurns(pool, turns);
    written += size;
    if (written % 10_000 === 0 || written === count) console.log(`${written} of ${count} turns`);
  }
  // What autovacuum would do within minutes: without it, nothing could be read from an index alone.
  await pool.query("VACUUM ANALYZE");
}

async function makeBatch(
  users: readonly SeedUser[],
  startMs: number,
  from: number,
  share: number,
  size: number,
  random: () => number,
): Promise<{ turns: SeedTurn[]; chats: SeedChat[] }> {
  const turns: SeedTurn[] = [];
  const chats: SeedChat[] = [];
  for (let index = 0; index < size; index += TURNS_PER_CHAT) {
    const chatAt = startMs + (from + share * (index / size)) * DAYS * DAY_MS;
    // The square makes a few people ask a lot, as it is everywhere.
    const user = pick(users, () => random() ** 2);
    const chatId = idAt(new Date(chatAt));
    const inChat: SeedTurn[] = [];
    for (let turn = 0; turn < Math.min(TURNS_PER_CHAT, size - index); turn++) {
      inChat.push(await makeTurn(user, chatId, new Date(chatAt + turn * 60_000), inChat.at(-1), random));
    }
    const [first, last] = [inChat[0], inChat.at(-1)];
    if (first === undefined || last === undefined) continue;
    turns.push(...inChat);
    chats.push({
      ...{ id: chatId, userId: user.id, title: first.question.slice(0, 80) },
      ...{ leafId: last.answer === null ? last.questionId : last.id },
      ...{ createdAt: first.createdAt, updatedAt: last.createdAt },
    });
  }
  return { turns, chats };
}

function makeTurn(
  user: SeedUser,
  chatId: string,
  moment: Date,
  before: SeedTurn | undefined,
  random: () => number,
): Promise<SeedTurn> {
  const outcome = pickWeighted(outcomes, random);
  const withSecret = outcome === "answer-redacted" || outcome === "answer-blocked";
  return composeTurn({
    user,
    chatId,
    questionId: idAt(moment),
    parentId: before === undefined ? null : before.answer === null ? before.questionId : before.id,
    moment,
    question: loadText(8 + Math.floor(random() * 30), random),
    answer: `${loadText(40 + Math.floor(random() * 160), random)}${withSecret ? " Use sk-test-4f9d2c7ab1e0 for it." : ""}`,
    passages: [],
    outcome,
    model: pickWeighted(models, random),
    backup: "anthropic/claude-haiku-4-5",
    firstContentMs: Math.round(250 + 900 * random() ** 3),
    tokensPerSecond: 40 + 60 * random(),
    feedback:
      random() < 0.01
        ? { rating: "DOWN", reason: "Not what I asked" }
        : random() < 0.03
          ? { rating: "UP", reason: null }
          : null,
    reported: random() < 0.002 ? "This is wrong" : null,
  });
}

function makeUsers(count: number): SeedUser[] {
  const createdAt = new Date(Date.now() - DAYS * DAY_MS);
  return Array.from({ length: count }, (_, index) => ({
    id: `load-${index}`,
    name: `Load ${index}`,
    email: `load-${index}@example.com`,
    plan: index % 3 === 0 ? "member" : "guest",
    isAnonymous: index % 3 !== 0,
    createdAt: new Date(createdAt.getTime() + index),
  }));
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { turns: { type: "string", default: "100000" } } });
  const count = Number(values.turns);
  if (process.env.NODE_ENV === "production") {
    console.error("This writes invented turns and is not for production.");
    return 1;
  }
  if (!Number.isInteger(count) || count < 1 || count > MAX_TURNS) {
    console.error(`--turns takes a number from 1 to ${MAX_TURNS}.`);
    return 1;
  }
  await withMigratedDatabase(() => seedLoad(count));
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    reportProblem(error);
    process.exit(1);
  },
);

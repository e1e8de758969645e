import { databaseUrl, readClusterAccess } from "../postgres/cluster-access";
import { createRandom } from "../provider/behaviour/random";
import { composeTurn } from "../seed/compose-turn";
import { loadText } from "../seed/load-text";
import { idAt } from "../seed/seed-ids";
import type { SeedTurn, SeedUser } from "../seed/seed-turn";
import { writeChats, writeTurns } from "../seed/write-turns";
import { composeLongAnswer } from "./compose-long-answer";

const MINUTE_MS = 60_000;

/** Gives the newest guest a chat of so many messages, half of them answers. Returns the chat's id. */
export async function seedLongChat(dataDir: string, messages: number): Promise<string> {
  const access = readClusterAccess(dataDir);
  if (access === null) throw new Error(`There is no database in ${dataDir}.`);
  process.env["DATABASE_URL"] = databaseUrl(access.port, access.password, "parapet");
  // Read once the database is known: its module opens the pool from the environment.
  const { closePool, getPool } = await import("@/lib/db/pool");
  const pool = getPool();
  const found = await pool.query<{ id: string }>("SELECT id FROM users ORDER BY created_at DESC LIMIT 1");
  const id = found.rows[0]?.id;
  if (id === undefined) throw new Error("There is no guest to give a chat to.");
  const user = { id, name: "Guest", email: "", plan: "guest", isAnonymous: true, createdAt: new Date() };
  const turns = await makeTurns(user, messages / 2);
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A chat needs messages.");
  const { chatId } = first;
  await writeChats(pool, [
    {
      ...{ id: chatId, userId: id, title: "A long chat", leafId: last.id },
      ...{ createdAt: first.createdAt, updatedAt: last.createdAt },
    },
  ]);
  await writeTurns(pool, turns);
  await closePool();
  return chatId;
}

async function makeTurns(user: SeedUser, count: number): Promise<SeedTurn[]> {
  const random = createRandom(11);
  const startMs = Date.now() - (count + 1) * MINUTE_MS;
  const chatId = idAt(new Date(startMs));
  const turns: SeedTurn[] = [];
  for (let index = 0; index < count; index++) {
    const moment = new Date(startMs + index * MINUTE_MS);
    turns.push(
      await composeTurn({
        ...{ user, chatId, moment, questionId: idAt(moment), parentId: turns.at(-1)?.id ?? null },
        question: loadText(8 + Math.floor(random() * 30), random),
        // Every tenth answer has code, tables and lists.
        answer: index % 10 === 0 ? composeLongAnswer(400) : loadText(60 + Math.floor(random() * 120), random),
        ...{ passages: [], outcome: "answered", model: "openai/gpt-5-mini", backup: "openai/gpt-5" },
        ...{ firstContentMs: 400, tokensPerSecond: 60, feedback: null, reported: null },
      }),
    );
  }
  return turns;
}

import { ensurePartitions } from "@/lib/db/partitions";
import { getPool, inTransaction } from "@/lib/db/pool";
import { indexDocuments } from "@/lib/knowledge/index-documents";
import { LaunchProblem } from "../launch/launch-problem";
import { reportProblem } from "../launch/report-problem";
import { withMigratedDatabase } from "../migrate/with-migrated-database";
import { createRandom } from "../provider/behaviour/random";
import { decideSomeFlags } from "./decide-some-flags";
import { demoConversations, demoPeople } from "./demo-conversations";
import { demoMoments } from "./demo-moments";
import { makeDemoChat } from "./make-demo-chat";
import { pick } from "./pick";
import type { SeedUser } from "./seed-turn";
import { writeChats, writeTurns, writeUsers } from "./write-turns";

const DAY_MS = 86_400_000;
const DAYS = 9;
const USER_PREFIX = "demo-";

/** Fills a fresh installation with a few believable days: people, chats, failures, blocks, flags and feedback. */
async function seedDemo(): Promise<{ turns: number; chats: number }> {
  const pool = getPool();
  const { rowCount } = await pool.query("SELECT FROM users WHERE starts_with(id, $1) LIMIT 1", [USER_PREFIX]);
  if (rowCount !== 0) throw new LaunchProblem("The demonstration is in this database already.");
  const now = new Date();
  const start = new Date(now.getTime() - DAYS * DAY_MS);
  await ensurePartitions(start);
  await indexDocuments();
  const users = makeUsers(start);
  const random = createRandom(7);
  const moments = demoMoments(start, now, random);
  const chats: Awaited<ReturnType<typeof makeDemoChat>>[] = [];
  for (const [index, moment] of moments.entries()) {
    // Each conversation once at first, so that everything there is to see is seen; then at random.
    const conversation = demoConversations[index] ?? pick(demoConversations, random);
    chats.push(await makeDemoChat({ conversation, user: pick(users, random), moment, now, random }));
  }
  const turns = chats.flatMap((chat) => chat.turns);
  await inTransaction(async (client) => {
    await writeUsers(client, users);
    await writeChats(
      client,
      chats.map(({ chat }) => chat),
    );
    await writeTurns(client, turns);
  });
  await decideSomeFlags();
  return { turns: turns.length, chats: chats.length };
}

function makeUsers(createdAt: Date): SeedUser[] {
  return demoPeople.map(([name, plan], index) => {
    const id = `${USER_PREFIX}${index + 1}`;
    const isAnonymous = plan === "guest";
    return {
      id,
      name,
      email: `${id}@${isAnonymous ? "guest.invalid" : "example.com"}`,
      plan,
      isAnonymous,
      createdAt,
    };
  });
}

async function main(): Promise<void> {
  if (process.env.NODE_ENV === "production")
    throw new LaunchProblem("The demonstration is invented and not for production.");
  await withMigratedDatabase(async () => {
    const { turns, chats } = await seedDemo();
    console.log(`Wrote ${turns} turns in ${chats} chats of the last ${DAYS} days. Look at /admin.`);
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    reportProblem(error);
    process.exit(1);
  },
);

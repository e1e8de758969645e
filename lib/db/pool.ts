import "server-only";
import pg from "pg";
import { getEnv } from "@/lib/config/env";

const POOL_SIZE = 16;
/** A new connection has to learn all tables and their partitions again: the first overview on eight of them took 44 ms, not 8. */
const IDLE_TIMEOUT_MS = 300_000;

declare global {
  // Next loads modules more than once; the pool must be one, so it hangs here.
  var parapetPool: pg.Pool | undefined;
}

/** Anything that runs one statement: the pool, or a client inside a transaction. */
export type Queryable = Pick<pg.Pool, "query">;

/**
 * The process's only connection pool, shared by Prisma and the hand-written statements.
 * @throws Error when DATABASE_URL is unset; the launcher sets it for the embedded database.
 */
export function getPool(): pg.Pool {
  globalThis.parapetPool ??= createPool();
  return globalThis.parapetPool;
}

function createPool(): pg.Pool {
  const connectionString = getEnv().DATABASE_URL;
  if (connectionString === undefined)
    throw new Error("DATABASE_URL is unset: start Parapet with `npm run dev` or `npm start`.");
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/** Runs `work` in one transaction: commits what it returns from, rolls back what it throws out of. */
export async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await getPool().connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away instead of going back to the pool.
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}

/** Ends all connections; for scripts and tests. */
export async function closePool(): Promise<void> {
  await globalThis.parapetPool?.end();
  globalThis.parapetPool = undefined;
}

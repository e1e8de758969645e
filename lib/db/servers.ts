import "server-only";
import pg from "pg";
import { getEnv } from "@/lib/config/env";
import { getPool } from "./pool";

/** First key of the advisory locks by which servers show that they live; the second is the server's id. */
const LOCK_CLASS = 7_263_402;
const STOP_CHANNEL = "parapet_stop";
const RECONNECT_DELAY_MS = 1_000;

export type ServerConnection = { readonly serverId: number };

/**
 * Joins the servers that share this database. A connection of its own holds an advisory lock under the server's id for
 * as long as the process lives: when it dies, however it dies, the database lets the lock go. On the same connection
 * it hears which turns a person stopped through another server.
 */
export async function joinServers(onStop: (turnId: string) => void): Promise<ServerConnection> {
  const { rows } = await getPool().query<{ id: number }>("INSERT INTO servers DEFAULT VALUES RETURNING id");
  const serverId = rows[0]?.id;
  if (serverId === undefined) throw new Error("The database gave this server no id.");
  await holdLock(serverId, onStop);
  return { serverId };
}

async function holdLock(serverId: number, onStop: (turnId: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: getEnv().DATABASE_URL, keepAlive: true });
  // A database that restarts drops the connection: hold the lock again before others think that we are gone.
  client.on("error", () => undefined);
  client.once("end", () => setTimeout(() => retryLock(serverId, onStop), RECONNECT_DELAY_MS));
  client.on("notification", ({ payload }) => payload && onStop(payload));
  await client.connect();
  await client.query("SELECT pg_advisory_lock($1, $2)", [LOCK_CLASS, serverId]);
  await client.query(`LISTEN ${STOP_CHANNEL}`);
}

function retryLock(serverId: number, onStop: (turnId: string) => void): void {
  holdLock(serverId, onStop).catch(() => setTimeout(() => retryLock(serverId, onStop), RECONNECT_DELAY_MS));
}

/** Tells every server that a turn is to be stopped; the one that produces it will. */
export async function announceStop(turnId: string): Promise<void> {
  await getPool().query("SELECT pg_notify($1, $2)", [STOP_CHANNEL, turnId]);
}

/** The servers that live now: those whose lock is held. */
export async function findLiveServers(): Promise<number[]> {
  const { rows } = await getPool().query<{ id: number }>(
    `SELECT objid::int AS id FROM pg_locks
      WHERE locktype = 'advisory' AND classid = $1 AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [LOCK_CLASS],
  );
  return rows.map((row) => row.id);
}

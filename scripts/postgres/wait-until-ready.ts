import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { errorCode, LaunchProblem } from "../launch/launch-problem";
import type { RunningPostgres } from "./start-postgres";

const POLL_MS = 25;
/** Recovery after a crash can take its time, but a minute means that something else is wrong. */
const READY_WITHIN_MS = 60_000;
const stillStarting = ["ECONNREFUSED", "57P03", "ECONNRESET"];

/**
 * Resolves when the server takes connections to `url`. @throws LaunchProblem when it ends or never gets there, and
 * PostgreSQL's own error for whatever else it answers, such as a wrong password.
 */
export async function waitUntilReady(postgres: RunningPostgres, url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (postgres.process.exitCode === null && postgres.process.signalCode === null && Date.now() < until) {
    try {
      await connectOnce(url);
      return;
    } catch (error) {
      if (!stillStarting.includes(errorCode(error))) throw error;
    }
    await delay(POLL_MS);
  }
  throw new LaunchProblem(`The embedded PostgreSQL did not start: ${lastComplaint(postgres.readLog())}`);
}

async function connectOnce(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  await client.connect();
  await client.end();
}

/** What PostgreSQL said last of why it ends, without its timestamp. */
function lastComplaint(log: string): string {
  const lines = log.split("\n").filter((line) => /FATAL|PANIC|error/i.test(line));
  return lines.at(-1)?.replace(/^.*?(?=FATAL|PANIC)/, "") ?? "it gave no reason.";
}

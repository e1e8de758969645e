import { setTimeout as delay } from "node:timers/promises";
import { errorCode } from "../launch/launch-problem";
import { stopChild } from "../launch/stop-child.mjs";
import { databaseUrl } from "./cluster-access";
import { findFreePort } from "./free-port";
import { resetPassword } from "./recover-cluster";
import { type PostgresOptions, type RunningPostgres, startPostgres } from "./start-postgres";
import { waitUntilReady } from "./wait-until-ready";

const ATTEMPTS = 6;

type Start = {
  readonly options: PostgresOptions;
  readonly password: string;
  readonly onStart: (postgres: RunningPostgres) => void;
};

/** Starts PostgreSQL and puts right what can be put right: a lost password, a port just taken, a backend still dying. */
export async function startOrRepair({ options, password, onStart }: Start): Promise<{ postgres: RunningPostgres; port: number }> {
  let { port } = options;
  for (let attempt = 1; ; attempt++) {
    const postgres = startPostgres({ ...options, port });
    onStart(postgres);
    try {
      await waitUntilReady(postgres, databaseUrl(port, password, "postgres"));
      return { postgres, port };
    } catch (error) {
      await stopChild(postgres.child);
      const repair = attempt < ATTEMPTS ? findRepair(error, postgres.readLog()) : "none";
      if (repair === "none") throw error;
      if (repair === "password") resetPassword(options, password);
      if (repair === "port") port = await findFreePort();
      if (repair === "wait") await delay(1_000);
    }
  }
}

function findRepair(error: unknown, log: string): "password" | "port" | "wait" | "none" {
  if (errorCode(error) === "28P01") return "password";
  if (/Address already in use/.test(log)) return "port";
  if (/still in use|is another postmaster/i.test(log)) return "wait";
  return "none";
}

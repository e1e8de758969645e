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

/** Starts PostgreSQL and puts right what can be put right: a lost password, a taken port, a backend still dying. */
export async function startOrRepair(start: Start): Promise<{ postgres: RunningPostgres; port: number }> {
  let { options } = start;
  for (let attempt = 1; ; attempt++) {
    const postgres = startPostgres(options);
    start.onStart(postgres);
    try {
      await waitUntilReady(postgres, databaseUrl(options.port, start.password, "postgres"));
      return { postgres, port: options.port };
    } catch (error) {
      await stopChild(postgres.child);
      const repair = findRepair(error, postgres.readLog());
      if (repair === null || attempt === ATTEMPTS) throw error;
      options = await repair(options, start.password);
    }
  }
}

type Repair = (options: PostgresOptions, password: string) => Promise<PostgresOptions>;

function findRepair(error: unknown, log: string): Repair | null {
  if (errorCode(error) === "28P01") return setPassword;
  if (/Address already in use/.test(log)) return takeAnotherPort;
  if (/still in use|is another postmaster/i.test(log)) return waitForBackends;
  return null;
}

const setPassword: Repair = async (options, password) => {
  resetPassword(options, password);
  return options;
};

const takeAnotherPort: Repair = async (options) => ({ ...options, port: await findFreePort() });

const waitForBackends: Repair = async (options) => {
  await delay(1_000);
  return options;
};

import "server-only";
import { PgBoss } from "pg-boss";
import { getEnv } from "@/lib/config/env";
import { getLogger } from "@/lib/config/logger";
import type { Queryable } from "@/lib/db/pool";

/** Work that outlives the request that wants it, and the server that does it. */
export type JobKind = {
  readonly name: string;
  /** Jobs of this kind that one server does at the same time, at most one of each group. */
  readonly concurrency: number;
  /** Tries after the first one. */
  readonly retries: number;
  /** A server that does a job says so this often; one that does not is taken for lost, and another tries. */
  readonly heartbeatSeconds: number;
  /** Longer than any job takes. */
  readonly maxSeconds: number;
  /** Does the job of this id. May be called again for one that is done. */
  readonly run: (id: string) => Promise<void>;
  /** No try succeeded. */
  readonly giveUp: (id: string) => Promise<void>;
};

type JobData = { readonly id: string };

/** One pool for the queue's own statements, beside the listener. */
const CONNECTIONS = 2;
/** New jobs are announced; those that are tried again are not, nor is any while the listener is away. */
const POLL_SECONDS = 2;
const ANNOUNCED_POLL_SECONDS = 5;
const KEEP_DONE_SECONDS = 24 * 3_600;

declare global {
  // Sent to by route handlers, started by instrumentation: two module graphs.
  var parapetJobs: PgBoss | undefined;
}

/**
 * Starts doing jobs of these kinds. They are kept in PostgreSQL, in a schema of their own, so whatever server lives does
 * them.
 * @param watchSeconds how often jobs of lost servers are looked for
 */
export async function startJobs(kinds: readonly JobKind[], watchSeconds: number): Promise<void> {
  const connectionString = getEnv().DATABASE_URL;
  if (connectionString === undefined)
    throw new Error("DATABASE_URL is unset: jobs are kept in the database.");
  const boss = new PgBoss({
    connectionString,
    max: CONNECTIONS,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
  });
  boss.on("error", (error) => getLogger().error({ error }, "the job queue had an error"));
  boss.on("warning", (warning) => getLogger().warn({ warning }, "the job queue has a warning"));
  await boss.start();
  for (const kind of kinds) await work(boss, kind);
  globalThis.parapetJobs = boss;
}

async function work(boss: PgBoss, kind: JobKind): Promise<void> {
  const { name, concurrency, retries, heartbeatSeconds, maxSeconds, run, giveUp } = kind;
  const lost = `${name}-lost`;
  const options = { notify: true, deleteAfterSeconds: KEEP_DONE_SECONDS };
  const tried = {
    ...options,
    deadLetter: lost,
    retryLimit: retries,
    retryDelay: 1,
    heartbeatSeconds,
    expireInSeconds: maxSeconds,
  };
  // A queue that exists keeps its options unless it is told of new ones.
  await boss.createQueue(lost, options);
  await boss.updateQueue(lost, options);
  await boss.createQueue(name, tried);
  await boss.updateQueue(name, tried);
  const polling = {
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: ANNOUNCED_POLL_SECONDS,
  };
  const workers: string[] = [];
  // What was announced while all were at work is not announced again, so whoever has done a job looks for the next one.
  const wakeAll = () => {
    for (const worker of workers) boss.notifyWorker(worker);
  };
  for (let index = 0; index < concurrency; index++) {
    const doJobs = async (jobs: { readonly data: JobData }[]) => {
      for (const job of jobs) await run(job.data.id).finally(wakeAll);
    };
    workers.push(await boss.work<JobData>(name, { ...polling, localGroupConcurrency: 1 }, doJobs));
  }
  await boss.work<JobData>(lost, polling, async (jobs) => {
    for (const job of jobs) await giveUp(job.data.id);
  });
}

/**
 * Sends a job, in the transaction of the caller: it is done when that is committed, and never when it is not.
 * @param group whose job it is: those of others go before a second one of theirs
 * @throws Error when jobs were not started
 */
export async function sendJob(name: string, id: string, group: string, db: Queryable): Promise<void> {
  const boss = globalThis.parapetJobs;
  if (boss === undefined) throw new Error("Jobs are sent before they were started.");
  const executeSql = async (text: string, values?: unknown[]) => db.query(text, values);
  await boss.send(name, { id } satisfies JobData, { group: { id: group }, db: { executeSql } });
}

/** Takes no more jobs and lets running ones end; those that have not after `patienceMs` are tried again elsewhere. */
export async function stopJobs(patienceMs: number): Promise<void> {
  const boss = globalThis.parapetJobs;
  globalThis.parapetJobs = undefined;
  await boss?.stop({ graceful: true, timeout: patienceMs });
}

import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { ADDRESS_HEADER, believeAddress } from "@/lib/auth/client-address";
import { setMailer } from "@/lib/auth/mailer";
import { attachments, extraction } from "@/lib/config/attachments";
import { EnvError, getEnv } from "@/lib/config/env";
import { getLogger } from "@/lib/config/logger";
import { sweepAttachments } from "@/lib/db/attachments";
import { ensurePartitions } from "@/lib/db/partitions";
import { sweepRates } from "@/lib/db/rate-limits";
import { startJobs, stopJobs } from "@/lib/jobs/job-queue";
import { sendMail } from "@/lib/mail/send-mail";
import { getChain } from "@/lib/models/get-chain";
import { attachmentJob } from "../attachments/attachment-jobs";
import { assertJudges } from "./assert-judges";
import { drain } from "./drain";
import { recoverTurns } from "./recover-turns";
import { getServerId } from "./server-identity";
import { warmUp } from "./warm-up";

const START_TIMEOUT_MS = 30_000;
const RECOVER_INTERVAL_MS = 15_000;
const HOUSEKEEPING_INTERVAL_MS = 6 * 3_600_000;
const FILES_INTERVAL_MS = 3_600_000;
/** Together below the ten seconds that most platforms leave between SIGTERM and SIGKILL. */
const DRAIN_PATIENCE_MS = 6_000;
const DRAIN_CLOSING_MS = 2_000;

/**
 * What a server does before its first request: joins the others, closes the turns that a crash left open, and sees to
 * a clean end. A server that can't do so ends at once: half a start would answer every request with an error.
 */
export async function startServer(): Promise<void> {
  subscribe("http.server.request.start", stampAddress);
  const timeout = setTimeout(() => exit(new Error("The database did not answer in time.")), START_TIMEOUT_MS);
  try {
    if (getEnv().SMTP_URL !== undefined) setMailer(sendMail);
    getChain();
    assertJudges();
    await ensurePartitions();
    await getServerId();
    await warmUp();
    const recovered = await recoverTurns();
    await startJobs([attachmentJob], extraction.watchSeconds);
    if (recovered > 0) getLogger().warn({ recovered }, "closed turns that a lost server left open");
  } catch (error) {
    exit(error);
  }
  clearTimeout(timeout);
  every(RECOVER_INTERVAL_MS, recoverTurns);
  every(HOUSEKEEPING_INTERVAL_MS, ensurePartitions);
  every(HOUSEKEEPING_INTERVAL_MS, sweepRates);
  every(FILES_INTERVAL_MS, () => sweepAttachments(attachments.keepUnsentHours, attachments.keepDeletedHours));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void shutDown());
}

/** Route handlers can't see the socket, so the address is put where they can: in a header no client can set. */
function stampAddress(message: unknown): void {
  const { request } = message as { request: IncomingMessage };
  const forwarded = request.headers["x-forwarded-for"];
  const forwardedFor = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  const trustedHops = getEnv().TRUSTED_PROXY_HOPS;
  const address = believeAddress(request.socket.remoteAddress ?? "unknown", forwardedFor, trustedHops);
  if (forwardedFor !== undefined && trustedHops === 0) warnOfProxy();
  request.headers[ADDRESS_HEADER] = address;
}

let hasWarned = false;

/** Else everybody behind the proxy shares the quota of one guest, and nothing says why. */
function warnOfProxy(): void {
  if (hasWarned) return;
  hasWarned = true;
  getLogger().warn(
    "A request came through a proxy, but TRUSTED_PROXY_HOPS is 0: all its clients count as one. Set the number of your proxies.",
  );
}

function every(intervalMs: number, run: () => Promise<unknown>): void {
  const timer = setInterval(() => {
    run().catch((error: unknown) => getLogger().error({ error }, "housekeeping failed"));
  }, intervalMs);
  timer.unref();
}

async function shutDown(): Promise<void> {
  const jobs = stopJobs(extraction.drainMs).catch((error: unknown) =>
    getLogger().error({ error }, "jobs could not be stopped"),
  );
  await Promise.all([drain(DRAIN_PATIENCE_MS, DRAIN_CLOSING_MS), jobs]);
  process.exit(0);
}

function exit(error: unknown): never {
  if (error instanceof EnvError) for (const problem of error.problems) getLogger().fatal(problem);
  else getLogger().fatal({ error }, "Parapet could not start");
  process.exit(1);
}

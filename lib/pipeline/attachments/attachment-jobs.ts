import "server-only";
import { readAttachment } from "@/lib/attachments/read-attachment";
import { extraction } from "@/lib/config/attachments";
import { failAttachment } from "@/lib/db/attachment-reading";
import type { Queryable } from "@/lib/db/pool";
import { type JobKind, sendJob } from "@/lib/jobs/job-queue";

const NAME = "read-attachment";
const SECOND_MS = 1_000;

/** Reads a file that was uploaded. */
export const attachmentJob: JobKind = {
  name: NAME,
  concurrency: extraction.concurrency,
  retries: extraction.retries,
  heartbeatSeconds: extraction.heartbeatSeconds,
  // Reading ends by itself; the other half is for a database that is slow to store it.
  maxSeconds: Math.ceil((extraction.maxMs * 2) / SECOND_MS),
  run: readAttachment,
  giveUp: (id) => failAttachment(id, "unread"),
};

/** Has a file read, once the transaction that stores it is committed. */
export function sendAttachmentJob(id: string, userId: string, db: Queryable): Promise<void> {
  return sendJob(NAME, id, userId, db);
}

import "server-only";
import { uploadLimits } from "@/lib/config/attachments";
import type { Plan } from "@/lib/config/plans";
import { sentences } from "@/lib/config/sentences";
import { takeRates } from "@/lib/db/rate-limits";
import { ChatError } from "@/lib/protocol/chat-error";

/**
 * Counts one upload of a person, and of their address where their plan says so: a guest is new with one click, and files
 * take room.
 * @throws ChatError quota_exceeded with the seconds to wait
 */
export async function limitUploads(userId: string, addressKey: string, plan: Plan): Promise<void> {
  if (plan.requests === null) return;
  const subjects = [`user:${userId}`, ...(plan.limitedByAddress ? [`address:${addressKey}`] : [])];
  const requests = subjects.flatMap((subject) =>
    Object.entries(uploadLimits).map(([span, limit]) => ({ key: `upload-${span}:${subject}`, ...limit })),
  );
  const retryAfterSeconds = await takeRates(requests);
  if (retryAfterSeconds !== null)
    throw new ChatError("quota_exceeded", sentences.tooManyUploads, { retryAfterSeconds });
}

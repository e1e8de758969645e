import "server-only";
import { addressRequests, type Plan } from "@/lib/config/plans";
import { sentences } from "@/lib/config/sentences";
import { type RateRequest, takeRates } from "@/lib/db/rate-limits";
import { ChatError } from "@/lib/protocol/chat-error";

/**
 * Counts one request of a person, and of their address where their plan says so.
 * @param addressKey see lib/auth/address-key.ts
 * @throws ChatError quota_exceeded with the seconds to wait
 */
export async function limitRate(userId: string, addressKey: string, plan: Plan): Promise<void> {
  const requests: RateRequest[] = [];
  if (plan.requests !== null) requests.push({ key: `user:${userId}`, ...plan.requests });
  if (plan.limitedByAddress) requests.push({ key: `address:${addressKey}`, ...addressRequests });
  if (requests.length === 0) return;
  const retryAfterSeconds = await takeRates(requests);
  if (retryAfterSeconds !== null)
    throw new ChatError("quota_exceeded", sentences.tooManyRequests, { retryAfterSeconds });
}

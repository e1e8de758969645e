import "server-only";
import { sentences } from "@/lib/config/sentences";
import { insertAuditEvent } from "@/lib/db/audit-events";
import { endSessions, storeBan, storePlan } from "@/lib/db/people-changes";
import { inTransaction } from "@/lib/db/pool";
import { ChatError } from "@/lib/protocol/chat-error";
import type { OwnLimits } from "@/lib/protocol/review/people";
import type { Decider } from "./decide-flag";

/**
 * Puts a person on a plan and gives them limits of their own (null: the plan's). Holds from their next question on.
 * @throws ChatError not_found
 */
export async function changePlan(
  { userId: actorId, tenantId }: Decider,
  userId: string,
  next: { readonly plan: string; readonly limits: OwnLimits | null; readonly reason: string },
): Promise<void> {
  const { reason, ...after } = next;
  await inTransaction(async (client) => {
    const before = await storePlan(client, { userId, tenantId }, after);
    if (before === null) throw new ChatError("not_found", sentences.noSuchAccount);
    await insertAuditEvent(client, {
      ...{ tenantId, actorId, targetKind: "user", targetId: userId },
      action: "user.change-plan",
      details: { before, after, reason },
    });
  });
}

/**
 * Bans a person (for good when `until` is null) and ends their sessions, or lifts the ban when `ban` is null.
 * @throws ChatError not_found, forbidden (oneself)
 */
export async function changeBan(
  { userId: actorId, tenantId }: Decider,
  userId: string,
  ban: { readonly reason: string; readonly until: Date | null } | null,
): Promise<void> {
  if (userId === actorId) throw new ChatError("forbidden", sentences.noBanOfOneself);
  await inTransaction(async (client) => {
    if (!(await storeBan(client, { userId, tenantId }, ban)))
      throw new ChatError("not_found", sentences.noSuchAccount);
    const sessions = ban === null ? 0 : await endSessions(client, { userId, tenantId });
    await insertAuditEvent(client, {
      ...{ tenantId, actorId, targetKind: "user", targetId: userId },
      action: ban === null ? "user.unban" : "user.ban",
      details: ban === null ? {} : { ...ban, sessions },
    });
  });
}

/** Signs a person out everywhere. @returns how many sessions ended */
export async function signOutEverywhere(
  { userId: actorId, tenantId }: Decider,
  userId: string,
): Promise<number> {
  return inTransaction(async (client) => {
    const sessions = await endSessions(client, { userId, tenantId });
    await insertAuditEvent(client, {
      ...{ tenantId, actorId, targetKind: "user", targetId: userId },
      action: "user.sign-out",
      details: { sessions },
    });
    return sessions;
  });
}

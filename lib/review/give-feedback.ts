import "server-only";
import { sentences } from "@/lib/config/sentences";
import { findTenantOfTurn, storeComplaint, storeRating, withdrawComplaint } from "@/lib/db/feedback";
import { inTransaction } from "@/lib/db/pool";
import { ChatError } from "@/lib/protocol/chat-error";
import type { Feedback } from "@/lib/protocol/feedback";

/**
 * Keeps what a person thinks of an answer to them. Thumbs down waits for a reviewer, for as long as the person stays
 * with it and nobody has decided. Saying the same twice changes nothing.
 * @throws ChatError not_found, also when the turn is another's
 */
export async function giveFeedback(
  turnId: string,
  userId: string,
  { rating, reason }: Feedback,
): Promise<void> {
  await inTransaction(async (client) => {
    const tenantId = await findTenantOfTurn(client, turnId, userId);
    if (tenantId === null) throw new ChatError("not_found", sentences.noSuchTurn);
    const stored = { up: "UP", down: "DOWN" } as const;
    const opinion = rating === null ? null : { rating: stored[rating], reason: reason || null };
    await storeRating(client, turnId, userId, opinion);
    const complaint = { tenantId, turnId, kind: "FEEDBACK" } as const;
    if (rating === "down") await storeComplaint(client, complaint, reason ?? "");
    else await withdrawComplaint(client, complaint);
  });
}

/**
 * Asks for a person to look at an answer, whatever its reader thinks of it. Asking twice is asking once.
 * @throws ChatError not_found, also when the turn is another's
 */
export async function reportTurn(turnId: string, userId: string, reason: string): Promise<void> {
  await inTransaction(async (client) => {
    const tenantId = await findTenantOfTurn(client, turnId, userId);
    if (tenantId === null) throw new ChatError("not_found", sentences.noSuchTurn);
    await storeComplaint(client, { tenantId, turnId, kind: "REPORT" }, reason);
  });
}

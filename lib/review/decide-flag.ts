import "server-only";
import { sentences } from "@/lib/config/sentences";
import { insertAuditEvent } from "@/lib/db/audit-events";
import { storeDecision } from "@/lib/db/flag-queue";
import { inTransaction } from "@/lib/db/pool";
import { ChatError } from "@/lib/protocol/chat-error";

export type Decider = { readonly userId: string; readonly tenantId: string };

export type FlagVerdict = {
  readonly flagId: string;
  /** Whether the guard or the person who complained was right; null takes a decision back. */
  readonly decision: "RIGHT" | "WRONG" | null;
  readonly note: string | null;
};

/**
 * Decides a flag and keeps who did, in one transaction.
 * @throws ChatError conflict when somebody else was faster, or there is no such flag
 */
export async function decideFlag(decider: Decider, verdict: FlagVerdict): Promise<void> {
  const { tenantId, userId } = decider;
  const { flagId, decision, note } = verdict;
  await inTransaction(async (client) => {
    const turnId = await storeDecision(client, { flagId, tenantId, decision, note, deciderId: userId });
    if (turnId === null) throw new ChatError("conflict", sentences.alreadyDecided);
    await insertAuditEvent(client, {
      ...{ tenantId, actorId: userId, targetKind: "turn", targetId: turnId },
      action: decision === null ? "flag.reopen" : "flag.decide",
      details: { flagId, decision, note },
    });
  });
}

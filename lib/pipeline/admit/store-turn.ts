import "server-only";
import type { Plan } from "@/lib/config/plans";
import { sentences } from "@/lib/config/sentences";
import { claimAttachments } from "@/lib/db/attachments";
import { claimChat, findChatHead } from "@/lib/db/chats";
import { inTransaction } from "@/lib/db/pool";
import { insertTurn } from "@/lib/db/turns";
import { type Reservation, reserveQuota } from "@/lib/limits/reserve-quota";
import { ChatError } from "@/lib/protocol/chat-error";
import { getServerId } from "../server/server-identity";
import type { JoinedTurn } from "../turn";
import { joinNamedTurn } from "./join-named-turn";
import { type QuestionJudgement, storeJudgement } from "./judge-question";
import { newTurnOf, type TurnDraft } from "./turn-draft";

/** SQLSTATE: the turn's name was taken between our look and our insert. */
const UNIQUE_VIOLATION = "23505";

/**
 * Takes the quota and stores chat, question and turn, in one transaction: all of it or nothing. Of two requests that
 * name the same turn at once, the one that comes second joins.
 * @throws ChatError quota_exceeded, budget_exceeded, conflict (the chat is being answered, or a file was sent
 *   elsewhere), not_found
 */
export async function storeTurn(
  draft: TurnDraft,
  plan: Plan,
  reservation: Reservation,
  judgement: QuestionJudgement,
): Promise<"stored" | JoinedTurn> {
  const serverId = await getServerId();
  const { chatId, viewer, addressKey } = draft;
  const chat = {
    id: chatId,
    tenantId: viewer.tenantId,
    userId: viewer.userId,
    turnId: draft.id,
    title: draft.title,
  };
  const claimed = await inTransaction(async (client): Promise<boolean> => {
    if (!(await claimChat(client, chat))) return false;
    const fileIds = draft.files.map(({ id }) => id);
    // Checked before, but another question may have taken one meanwhile.
    if (!(await claimAttachments(client, fileIds, viewer.userId, chatId)))
      throw new ChatError("conflict", sentences.fileOfOtherChat);
    await reserveQuota(client, { userId: viewer.userId, addressKey }, plan, reservation);
    await insertTurn(client, {
      ...newTurnOf(draft),
      status: "RUNNING",
      serverId,
      reservedTokens: reservation.tokens,
      reservedNanos: reservation.nanos,
    });
    await storeJudgement(client, draft, judgement);
    return true;
  }).catch((error: { code?: unknown }) => {
    if (error.code === UNIQUE_VIOLATION) return false;
    throw error;
  });
  return claimed ? "stored" : joinOrRefuse(draft);
}

/** The chat could not be claimed: the same turn got there first, another one runs, or the chat isn't the viewer's. */
async function joinOrRefuse(draft: TurnDraft): Promise<JoinedTurn> {
  const joined = await joinNamedTurn(draft, draft.contentHash, draft.viewer.userId);
  if (joined !== null) return joined;
  const chat = await findChatHead(draft.chatId, draft.viewer.userId);
  if (chat === null) throw new ChatError("not_found", sentences.notFound);
  throw new ChatError("conflict", sentences.conflictRunning, { retryAfterSeconds: 2 });
}

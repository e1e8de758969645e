import "server-only";
import { sentences } from "@/lib/config/sentences";
import { claimAttachments } from "@/lib/db/attachments";
import { findChatHead } from "@/lib/db/chats";
import { claimAndInsert, type NewTurn } from "@/lib/db/new-turn";
import type { Queryable } from "@/lib/db/pool";
import { findTurnByName } from "@/lib/db/turns";
import { type Reservation, reserveQuota } from "@/lib/limits/reserve-quota";
import { ChatError } from "@/lib/protocol/chat-error";
import { getServerId } from "../server/server-identity";
import type { JoinedTurn } from "../turn";
import { joinNamedTurn } from "./join-named-turn";
import { isNotable, type QuestionJudgement, storeJudgement } from "./judge-question";
import { newTurnOf, type TurnDraft } from "./turn-draft";

/** SQLSTATE: the turn's name was taken between our look and our insert. */
const UNIQUE_VIOLATION = "23505";

/**
 * Takes the quota and stores chat, question and turn: all of it or nothing, in one statement unless there are files or
 * a guard has noticed something. Of two requests that name the same turn at once, the one that comes second joins.
 * @throws ChatError quota_exceeded, budget_exceeded, conflict (the chat is being answered, or a file was sent
 *   elsewhere), not_found
 */
export async function storeTurn(
  draft: TurnDraft,
  reservation: Reservation,
  judgement: QuestionJudgement,
): Promise<"stored" | JoinedTurn> {
  const turn: NewTurn = {
    ...newTurnOf(draft),
    status: "RUNNING",
    serverId: await getServerId(),
    reservedTokens: reservation.tokens,
    reservedNanos: reservation.nanos,
  };
  const holder = { userId: draft.viewer.userId, addressKey: draft.addressKey };
  const work = claimAndInsert(turn, draft.title);
  const more = (db: Queryable) => storeMore(db, draft, judgement);
  const hasMore = draft.files.length > 0 || isNotable(judgement);
  try {
    const isStored = await reserveQuota(holder, draft.plan, reservation, hasMore ? { ...work, more } : work);
    return isStored ? "stored" : joinOrRefuse(draft);
  } catch (error) {
    return joinOrThrow(draft, error);
  }
}

async function storeMore(db: Queryable, draft: TurnDraft, judgement: QuestionJudgement): Promise<void> {
  const fileIds = draft.files.map(({ id }) => id);
  // Checked before, but another question may have taken one meanwhile.
  if (!(await claimAttachments(db, fileIds, draft.viewer.userId, draft.chatId)))
    throw new ChatError("conflict", sentences.fileOfOtherChat);
  await storeJudgement(db, draft, judgement);
}

/** What refuses a question that was sent twice is often its own first copy: that one is joined. */
async function joinOrThrow(draft: TurnDraft, error: unknown): Promise<JoinedTurn> {
  if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)
    return joinOrRefuse(draft);
  if (!(error instanceof ChatError)) throw error;
  const joined = await findOwnCopy(draft);
  if (joined === null) throw error;
  return joined;
}

async function findOwnCopy(draft: TurnDraft): Promise<JoinedTurn | null> {
  return joinNamedTurn(await findTurnByName(draft), draft, draft.viewer.userId);
}

/** The chat could not be claimed: the same turn got there first, another one runs, or the chat isn't the viewer's. */
async function joinOrRefuse(draft: TurnDraft): Promise<JoinedTurn> {
  const joined = await findOwnCopy(draft);
  if (joined !== null) return joined;
  const chat = await findChatHead(draft.chatId, draft.viewer.userId);
  if (chat === null) throw new ChatError("not_found", sentences.notFound);
  throw new ChatError("conflict", sentences.conflictRunning, { retryAfterSeconds: 2 });
}

import "server-only";
import { sentences } from "@/lib/config/sentences";
import { findChatHead } from "@/lib/db/chats";
import { announceStop } from "@/lib/db/servers";
import { ChatError } from "@/lib/protocol/chat-error";
import { getRunningTurns } from "@/lib/streams/running-turns";
import { requireChatId, requireViewer } from "../admit/require-viewer";

type ChatRoute = { readonly params: Promise<{ readonly id: string }> };

/**
 * POST /api/chat/[id]/stop: cancels the provider's call and keeps what was shown, on whichever server the turn runs.
 * Answers at once; the turn's stream says when it has ended. Stopping what does not run is no error.
 * @throws ChatError unauthorized, not_found
 */
export async function stopTurn(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const chat = await findChatHead(requireChatId((await params).id), viewer.userId);
  if (chat === null) throw new ChatError("not_found", sentences.notFound);
  if (chat.runningTurnId === null) return Response.json({ stopped: false });
  const running = getRunningTurns().get(chat.runningTurnId);
  if (running === undefined) await announceStop(chat.runningTurnId);
  else running.stop("stopped");
  return Response.json({ stopped: true, turnId: chat.runningTurnId });
}

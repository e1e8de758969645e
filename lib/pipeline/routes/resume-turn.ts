import "server-only";
import { sentences } from "@/lib/config/sentences";
import { findChatHead } from "@/lib/db/chats";
import { ChatError } from "@/lib/protocol/chat-error";
import { requireChatId, requireViewer } from "../admit/require-viewer";
import { subscribe } from "../subscribe";

type ChatRoute = { readonly params: Promise<{ readonly id: string }> };

/**
 * GET /api/chat/[id]/stream: the running turn from its first part; 204 when none runs.
 * @throws ChatError unauthorized, not_found
 */
export async function resumeTurn(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const chat = await findChatHead(requireChatId((await params).id), viewer.userId);
  if (chat === null) throw new ChatError("not_found", sentences.notFound);
  return chat.runningTurnId === null ? new Response(null, { status: 204 }) : subscribe(chat.runningTurnId);
}

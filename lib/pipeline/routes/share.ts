import "server-only";
import { findSharePath, revokeShare, shareChat } from "@/lib/chats/share-chat";
import { requireChatId, requireViewer } from "../admit/require-viewer";

type ChatRoute = { readonly params: Promise<{ readonly id: string }> };

/** GET /api/chat/[id]/share: `{ path }` of the chat's link, null when it has none. @throws ChatError unauthorized */
export async function readShare(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  return answer(await findSharePath(requireChatId((await params).id), viewer.userId));
}

/**
 * POST /api/chat/[id]/share: shares the chat as it is now, and answers with the `{ path }` of its link.
 * @throws ChatError unauthorized, not_found
 */
export async function postShare(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  return answer(await shareChat(requireChatId((await params).id), viewer.userId));
}

/** DELETE /api/chat/[id]/share: revokes the link. @throws ChatError unauthorized */
export async function removeShare(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  await revokeShare(requireChatId((await params).id), viewer.userId);
  return answer(null);
}

function answer(path: string | null): Response {
  return Response.json({ path }, { headers: { "cache-control": "no-store" } });
}

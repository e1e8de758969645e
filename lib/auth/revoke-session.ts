import "server-only";
import { sentences } from "@/lib/config/sentences";
import { deleteOtherSessions, deleteSession } from "@/lib/db/sessions";
import { ChatError } from "@/lib/protocol/chat-error";
import { findViewer } from "./find-viewer";
import { readSessionToken } from "./session-token";

type SessionRoute = { readonly params: Promise<{ readonly id: string }> };

/**
 * DELETE /api/account/sessions/[id]: ends one session of the person who asks.
 * @throws ChatError unauthorized, not_found
 */
export async function revokeSession(request: Request, { params }: SessionRoute): Promise<Response> {
  const viewer = await findViewer(request.headers);
  if (viewer === null) throw new ChatError("unauthorized", sentences.unauthorized);
  if (!(await deleteSession(viewer.userId, (await params).id)))
    throw new ChatError("not_found", sentences.noSuchSession);
  return Response.json({ revoked: true });
}

/** DELETE /api/account/sessions: ends all sessions of the person but the one that asks. @throws ChatError unauthorized */
export async function revokeOtherSessions(request: Request): Promise<Response> {
  const [viewer, token] = [await findViewer(request.headers), readSessionToken(request.headers)];
  if (viewer === null || token === null) throw new ChatError("unauthorized", sentences.unauthorized);
  await deleteOtherSessions(viewer.userId, token);
  return Response.json({ revoked: true });
}

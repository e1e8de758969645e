import "server-only";
import { findViewer, type Viewer } from "@/lib/auth/find-viewer";
import { readSessionToken } from "@/lib/auth/session-token";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { idSchema } from "@/lib/protocol/chat-request";

/** The person who asks. @throws ChatError unauthorized */
export async function requireViewer(request: Request): Promise<Viewer> {
  const viewer = await findViewer(request.headers);
  if (viewer === null) throw new ChatError("unauthorized", sentences.unauthorized);
  return viewer;
}

/** The session that a request names, whether it still lives or not. @throws ChatError unauthorized when it names none */
export function requireSessionToken(request: Request): string {
  const token = readSessionToken(request.headers);
  if (token === null) throw new ChatError("unauthorized", sentences.unauthorized);
  return token;
}

/** The chat id of a route. @throws ChatError not_found when it can't be one */
export function requireChatId(id: string): string {
  const parsed = idSchema.safeParse(id);
  if (!parsed.success) throw new ChatError("not_found", sentences.notFound);
  return parsed.data;
}

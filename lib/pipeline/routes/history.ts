import "server-only";
import { changeChat } from "@/lib/chats/change-chat";
import { searchChats } from "@/lib/chats/list-chats";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { chatChangeSchema } from "@/lib/protocol/listed-chat";
import { requireChatId, requireViewer } from "../admit/require-viewer";
import { readJson } from "../read-json";

type ChatRoute = { readonly params: Promise<{ readonly id: string }> };

const MAX_SEARCH_LENGTH = 200;

/** GET /api/chats?q=: a person's chats, or those that have these words. @throws ChatError unauthorized, too_large */
export async function readHistory(request: Request): Promise<Response> {
  const viewer = await requireViewer(request);
  const text = new URL(request.url).searchParams.get("q") ?? "";
  if (text.length > MAX_SEARCH_LENGTH) throw new ChatError("too_large", sentences.tooLarge);
  const chats = await searchChats(viewer.userId, text);
  return Response.json({ chats }, { headers: { "cache-control": "no-store" } });
}

/**
 * PATCH /api/chat/[id] `{ title?, pinned?, deleted? }`: renames, pins, hides or restores a chat.
 * @throws ChatError unauthorized, bad_request, not_found
 */
export async function patchChat(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const chatId = requireChatId((await params).id);
  await changeChat(chatId, viewer.userId, await readJson(request, chatChangeSchema));
  return Response.json({ changed: true });
}

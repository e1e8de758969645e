import "server-only";
import { z } from "zod";
import { chooseBranch } from "@/lib/chats/choose-branch";
import { findChat } from "@/lib/chats/find-chat";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { idSchema } from "@/lib/protocol/chat-request";
import { requireChatId, requireViewer } from "../admit/require-viewer";
import { readJson } from "../read-json";

type ChatRoute = { readonly params: Promise<{ readonly id: string }> };

const bodySchema = z.strictObject({ messageId: idSchema });

/**
 * GET /api/chat/[id]/branch: the messages of the current branch, each with its versions.
 * @throws ChatError unauthorized, not_found
 */
export async function readBranch(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  return branchOf(requireChatId((await params).id), viewer.userId);
}

/**
 * POST /api/chat/[id]/branch `{ messageId }`: goes to the branch of another version, and answers with its messages.
 * @throws ChatError unauthorized, bad_request, not_found, conflict (an answer is being written)
 */
export async function changeBranch(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const chatId = requireChatId((await params).id);
  const { messageId } = await readJson(request, bodySchema);
  await chooseBranch(chatId, viewer.userId, messageId);
  return branchOf(chatId, viewer.userId);
}

async function branchOf(chatId: string, userId: string): Promise<Response> {
  const chat = await findChat(chatId, userId);
  if (chat === null) throw new ChatError("not_found", sentences.notFound);
  return Response.json({ messages: chat.messages }, { headers: { "cache-control": "no-store" } });
}

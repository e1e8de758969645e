import "server-only";
import { z } from "zod";
import { exportChat } from "@/lib/chats/export-chat";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { requireChatId, requireViewer } from "../admit/require-viewer";

type ChatRoute = { readonly params: Promise<{ readonly id: string }> };

const formatSchema = z.enum(["markdown", "json"]).catch("markdown");

/**
 * GET /api/chat/[id]/export?format=markdown|json: the current branch as a file; Markdown unless JSON is asked for.
 * @throws ChatError unauthorized, not_found
 */
export async function sendChatExport(request: Request, { params }: ChatRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const format = formatSchema.parse(new URL(request.url).searchParams.get("format"));
  const file = await exportChat(requireChatId((await params).id), viewer.userId, format);
  if (file === null) throw new ChatError("not_found", sentences.notFound);
  return new Response(file.body, {
    headers: {
      "content-type": `${file.type}; charset=utf-8`,
      // A chat's id holds nothing that would have to be quoted.
      "content-disposition": `attachment; filename="${file.fileName}"`,
      "cache-control": "no-store",
    },
  });
}

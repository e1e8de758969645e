import "server-only";
import { z } from "zod";
import { detectImageType } from "@/lib/attachments/images/detect-image-type";
import { requireAdmin } from "@/lib/auth/require-admin";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { readTurnImage } from "@/lib/review/read-turn-image";

const paramsSchema = z.object({ id: z.uuid(), attachmentId: z.uuid() });

/** An image that was sent with a question. @throws ChatError not_found, also to everybody who is no admin */
export async function sendTurnImage(
  request: Request,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const admin = await requireAdmin(request.headers);
  const parsed = paramsSchema.safeParse(await params);
  if (!parsed.success) throw new ChatError("not_found", sentences.pageNotFound);
  const { id, attachmentId } = parsed.data;
  const content = await readTurnImage({ id: attachmentId, turnId: id, tenantId: admin.tenantId });
  return new Response(content, {
    headers: {
      "content-type": detectImageType(content) ?? "application/octet-stream",
      "content-disposition": "attachment",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    },
  });
}

import "server-only";
import { z } from "zod";
import { requireAdmin } from "@/lib/auth/require-admin";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { readAttemptBody } from "@/lib/review/read-attempt-body";

const paramsSchema = z.object({ id: z.uuid(), attemptId: z.uuid(), side: z.enum(["request", "response"]) });

/** The exact bytes of one side of a call. @throws ChatError not_found, also to everybody who is no admin */
export async function sendAttemptBody(
  request: Request,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const admin = await requireAdmin(request.headers);
  const parsed = paramsSchema.safeParse(await params);
  if (!parsed.success) throw new ChatError("not_found", sentences.pageNotFound);
  const { id, attemptId, side } = parsed.data;
  const body = await readAttemptBody({ id: attemptId, turnId: id, tenantId: admin.tenantId }, side);
  // Never as what it says it is: a provider's bytes must not become a page of ours.
  return new Response(new Uint8Array(body), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${attemptId}-${side}.txt"`,
      "cache-control": "no-store",
    },
  });
}

import "server-only";
import { sentences } from "@/lib/config/sentences";
import { findAttemptBody } from "@/lib/db/attempt-bytes";
import { ChatError } from "@/lib/protocol/chat-error";

/** The exact bytes of one side of a call. @throws ChatError not_found */
export async function readAttemptBody(
  attempt: { readonly id: string; readonly turnId: string; readonly tenantId: string },
  side: "request" | "response",
): Promise<Buffer> {
  const body = await findAttemptBody(attempt, side);
  if (body === null) throw new ChatError("not_found", sentences.pageNotFound);
  return body;
}

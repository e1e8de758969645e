import "server-only";
import { sentences } from "@/lib/config/sentences";
import { findTurnImage } from "@/lib/db/turn-attachments";
import { ChatError } from "@/lib/protocol/chat-error";

/** An image that a turn's question was sent with. @throws ChatError not_found */
export async function readTurnImage(image: {
  readonly id: string;
  readonly turnId: string;
  readonly tenantId: string;
}): Promise<Uint8Array<ArrayBuffer>> {
  const content = await findTurnImage(image);
  if (content === null) throw new ChatError("not_found", sentences.pageNotFound);
  return content;
}

import "server-only";
import { generation } from "@/lib/config/generation";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { type ChatRequest, chatRequestSchema, MAX_REQUEST_BYTES } from "@/lib/protocol/chat-request";
import { readJson } from "../read-json";

export type ParsedRequest = ChatRequest & {
  readonly text: string;
  /** In the order of their parts. */
  readonly attachmentIds: readonly string[];
};

/**
 * Reads and checks the body of POST /api/chat.
 * @throws ChatError bad_request with what is wrong, too_large
 */
export async function parseRequest(request: Request): Promise<ParsedRequest> {
  const body = await readJson(request, chatRequestSchema, MAX_REQUEST_BYTES);
  const { parts } = body.message;
  const text = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
  const attachmentIds = parts.flatMap((part) => (part.type === "data-attachment" ? [part.id] : []));
  if (text.trim() === "") throw new ChatError("bad_request", sentences.emptyQuestion);
  if (text.length > generation.maxQuestionLength) throw new ChatError("too_large", sentences.tooLarge);
  return { ...body, text, attachmentIds };
}

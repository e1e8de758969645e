import "server-only";
import { generation } from "@/lib/config/generation";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { type ChatRequest, chatRequestSchema, MAX_REQUEST_BYTES } from "@/lib/protocol/chat-request";

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
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/json")) {
    throw new ChatError("bad_request", sentences.notJson);
  }
  const result = chatRequestSchema.safeParse(parseJson(await readBody(request)));
  if (!result.success) throw new ChatError("bad_request", describeProblems(result.error.issues));
  const { parts } = result.data.message;
  const text = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
  const attachmentIds = parts.flatMap((part) => (part.type === "data-attachment" ? [part.id] : []));
  if (text.trim() === "") throw new ChatError("bad_request", sentences.emptyQuestion);
  if (text.length > generation.maxQuestionLength) throw new ChatError("too_large", sentences.tooLarge);
  return { ...result.data, text, attachmentIds };
}

/** Reads no more than is allowed, whatever the content-length header claims. */
async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_REQUEST_BYTES) {
    throw new ChatError("too_large", sentences.tooLarge);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_REQUEST_BYTES) throw new ChatError("too_large", sentences.tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ChatError("bad_request", sentences.notJson, { cause });
  }
}

function describeProblems(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues.map(({ path, message }) => `${path.map(String).join(".") || "body"}: ${message}`).join("; ");
}

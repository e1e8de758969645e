import "server-only";
import type { z } from "zod";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";

/** Room for a reason or a title, in bytes. */
const SMALL_BYTES = 16 * 1024;

/**
 * The body of a request, as a schema wants it.
 * @param maxBytes more is never read, whatever the content-length header claims
 * @throws ChatError bad_request when it is not JSON or not what the schema says, too_large
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes = SMALL_BYTES,
): Promise<z.infer<Schema>> {
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/json")) {
    throw new ChatError("bad_request", sentences.notJson);
  }
  const result = schema.safeParse(parseJson(await readBody(request, maxBytes)));
  if (result.success) return result.data;
  throw new ChatError("bad_request", describeProblems(result.error.issues));
}

async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) {
    throw new ChatError("too_large", sentences.tooLarge);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new ChatError("too_large", sentences.tooLarge);
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

import "server-only";
import type { z } from "zod";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";

/** The body of a small request. @throws ChatError bad_request when it is not JSON, or not what the schema says */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const body: unknown = await request.json().catch((cause: unknown) => {
    throw new ChatError("bad_request", sentences.notJson, { cause });
  });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join(".") || "body"}: ${message}`,
  );
  throw new ChatError("bad_request", problems.join("; "));
}

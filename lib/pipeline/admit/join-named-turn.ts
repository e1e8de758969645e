import "server-only";
import { createHash } from "node:crypto";
import { sentences } from "@/lib/config/sentences";
import { findTurnByName, type TurnName } from "@/lib/db/turns";
import { ChatError } from "@/lib/protocol/chat-error";
import type { JoinedTurn } from "../turn";
import type { ParsedRequest } from "./parse-request";

/** What a name stands for: SHA-256 of everything in the request that changes what is asked. */
export function hashContent(body: ParsedRequest): Buffer {
  const content = JSON.stringify([
    body.message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])),
    // An empty id stands for the beginning: no message has it, and no parent at all was null from the start.
    body.parentId === null ? "" : (body.parentId ?? null),
    body.model ?? null,
    // Absent where there are none: names that were given before there were files mean what they meant.
    ...(body.attachmentIds.length === 0 ? [] : [body.attachmentIds]),
  ]);
  return createHash("sha256").update(content).digest();
}

/**
 * The turn that was asked before under this name, so that a request sent twice is answered once.
 * @returns null when the name is new
 * @throws ChatError not_found (another's), conflict (other content), input_blocked (it was blocked then as well)
 */
export async function joinNamedTurn(
  name: TurnName,
  contentHash: Buffer,
  userId: string,
): Promise<JoinedTurn | null> {
  const known = await findTurnByName(name);
  if (known === null) return null;
  if (known.userId !== userId) throw new ChatError("not_found", sentences.notFound);
  if (!known.contentHash.equals(contentHash)) throw new ChatError("conflict", sentences.conflictName);
  if (known.status === "BLOCKED")
    throw new ChatError("input_blocked", sentences.inputBlocked, { turnId: known.turnId });
  return { kind: "joined", id: known.turnId };
}

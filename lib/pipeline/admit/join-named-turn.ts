import "server-only";
import { createHash } from "node:crypto";
import { sentences } from "@/lib/config/sentences";
import type { NamedTurn } from "@/lib/db/turns";
import { findTopics } from "@/lib/guards/input/topics/find-topics";
import { ChatError } from "@/lib/protocol/chat-error";
import { refusalSentence } from "../refusal-sentence";
import type { JoinedTurn } from "../turn";
import { noticedTopics } from "./judge-question";
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
 * @param named what is known under the name; null when it is new
 * @throws ChatError not_found (another's), conflict (other content), input_blocked (it was blocked then as well)
 */
export function joinNamedTurn(
  named: NamedTurn | null,
  asked: { readonly contentHash: Buffer; readonly body: ParsedRequest },
  userId: string,
): JoinedTurn | null {
  if (named === null) return null;
  if (named.userId !== userId) throw new ChatError("not_found", sentences.notFound);
  if (named.contentHash !== asked.contentHash.toString("hex"))
    throw new ChatError("conflict", sentences.conflictName);
  if (named.status === "BLOCKED") {
    const sentence = refusalSentence(noticedTopics(findTopics(asked.body.text)));
    throw new ChatError("input_blocked", sentence, { turnId: named.turnId });
  }
  return { kind: "joined", id: named.turnId };
}

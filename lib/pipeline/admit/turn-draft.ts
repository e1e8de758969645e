import "server-only";
import type { Viewer } from "@/lib/auth/find-viewer";
import type { Conversation } from "@/lib/chats/load-conversation";
import { inputPolicyVersion } from "@/lib/config/guardrails-input";
import { outputPolicyVersion } from "@/lib/config/guardrails-output";
import { titles } from "@/lib/config/titles";
import type { NewTurn, TurnName } from "@/lib/db/turns";
import { countTokens } from "@/lib/models/count-tokens";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import type { ParsedRequest } from "./parse-request";

/** A turn that is about to be stored. */
export type TurnDraft = TurnName & {
  readonly id: string;
  readonly contentHash: Buffer;
  readonly viewer: Viewer;
  /** Set when the turn is taken from the quota of the client's address, too. */
  readonly addressKey: string | null;
  /** What the chat is called when this is its first question. */
  readonly title: string;
  readonly body: ParsedRequest;
  readonly files: readonly AttachmentReference[];
  readonly conversation: Conversation;
};

/** The beginning of a question, as the title of the chat that it begins. */
export function titleOf(question: string): string {
  const line = question.trim().replaceAll(/\s+/g, " ");
  return line.length <= titles.maxLength
    ? line
    : `${line
        .slice(0, titles.maxLength - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/** What is stored of a turn whether it is answered or blocked. */
export function newTurnOf(
  draft: TurnDraft,
): Omit<NewTurn, "status" | "serverId" | "reservedTokens" | "reservedNanos"> {
  const { id, chatId, messageId, requestId, contentHash, viewer, addressKey, body, conversation } = draft;
  const files = draft.files.map((attachment) => ({ type: "attachment", attachment }) as const);
  return {
    id,
    chatId,
    messageId,
    requestId,
    contentHash,
    tenantId: viewer.tenantId,
    userId: viewer.userId,
    plan: viewer.plan,
    addressKey,
    modelRequested: body.model ?? null,
    guardPolicyVersion: `${inputPolicyVersion} ${outputPolicyVersion}`,
    question: {
      parentId: conversation.parentId,
      content: { version: 1, parts: [{ type: "text", text: body.text }, ...files] },
      tokens: countTokens(body.text),
    },
  };
}

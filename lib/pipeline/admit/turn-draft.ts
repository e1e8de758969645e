import "server-only";
import { requireAttachments } from "@/lib/attachments/require-attachments";
import type { Viewer } from "@/lib/auth/find-viewer";
import { type Conversation, readConversation } from "@/lib/chats/read-conversation";
import { inputPolicyVersion } from "@/lib/config/guardrails-input";
import { outputPolicyVersion } from "@/lib/config/guardrails-output";
import type { Plan } from "@/lib/config/plans";
import { titles } from "@/lib/config/titles";
import { newId } from "@/lib/db/ids";
import type { Known } from "@/lib/db/look-up";
import type { NewTurn } from "@/lib/db/new-turn";
import type { TurnName } from "@/lib/db/turns";
import { countTokens } from "@/lib/models/count-tokens";
import type { ModelSpec } from "@/lib/models/model-spec";
import { loadPrompt, type PromptVersion } from "@/lib/prompts/load-prompt";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import { countImages } from "../attachments/gather-images";
import { chooseTitler } from "./choose-titler";
import type { ParsedRequest } from "./parse-request";
import { routeModels } from "./route-models";

/** A turn that is about to be judged and stored. */
export type TurnDraft = TurnName & {
  readonly id: string;
  readonly contentHash: Buffer;
  readonly viewer: Viewer;
  readonly plan: Plan;
  /** Set when the turn is taken from the quota of the client's address, too. */
  readonly addressKey: string | null;
  readonly body: ParsedRequest;
  /** Sent with the question. */
  readonly files: readonly AttachmentReference[];
  readonly conversation: Conversation;
  readonly prompt: PromptVersion;
  /** The models to ask, first is tried first. */
  readonly chain: readonly ModelSpec[];
  /** What the chat is called when this is its first question, and who is to find it a better title. */
  readonly title: string;
  readonly titler: ModelSpec | null;
};

type Asked = {
  readonly name: TurnName;
  readonly contentHash: Buffer;
  readonly body: ParsedRequest;
  readonly known: Known;
  readonly viewer: Viewer;
  readonly plan: Plan;
  readonly addressKey: string;
};

/**
 * Everything that is to be known of a turn before it is judged.
 * @throws ChatError bad_request (no such model, a file that is no use), not_found (another's chat or file, no such
 *   message), conflict (other content under the same name)
 */
export async function draftTurn({ name, body, known, addressKey, ...asked }: Asked): Promise<TurnDraft> {
  const { viewer, plan } = asked;
  const { text, attachmentIds, parentId } = body;
  const regenerate = body.regenerate !== undefined;
  const conversation = readConversation(known, { text, attachmentIds, parentId, regenerate });
  const files =
    attachmentIds.length === 0 ? [] : await requireAttachments(attachmentIds, viewer.userId, name.chatId);
  const chain = routeModels(body.model, {
    own: countImages(files, []),
    earlier: countImages([], conversation.earlierFiles),
  });
  const isFirst = conversation.parentId === null && parentId === undefined && !regenerate;
  return {
    id: newId(),
    ...name,
    ...asked,
    addressKey: plan.limitedByAddress ? addressKey : null,
    body,
    files,
    conversation,
    prompt: await loadPrompt("answer"),
    chain,
    title: titleOf(text),
    titler: isFirst ? chooseTitler(text, chain) : null,
  };
}

/** The beginning of a question, as the title of the chat that it begins. */
function titleOf(question: string): string {
  const line = question.trim().replaceAll(/\s+/g, " ");
  if (line.length <= titles.maxLength) return line;
  const cut = line.slice(0, titles.maxLength - 1).toWellFormed();
  return `${cut.trimEnd()}…`;
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

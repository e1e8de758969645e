import "server-only";
import { randomBytes } from "node:crypto";
import { sentences } from "@/lib/config/sentences";
import { findBranch } from "@/lib/db/chats";
import { deleteShare, findSharedChat, findShareOf, storeShare } from "@/lib/db/shares";
import { ChatError } from "@/lib/protocol/chat-error";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { toMessageParts } from "@/lib/protocol/message-content";
import type { Source } from "@/lib/protocol/passage";
import { MAX_MESSAGES } from "./find-chat";

/** 192 bits: a link that was not given away cannot be guessed. */
const TOKEN_BYTES = 24;

/** The path of the link to a person's chat, null when it is not shared. */
export async function findSharePath(chatId: string, userId: string): Promise<string | null> {
  const share = await findShareOf(chatId, userId);
  return share === null ? null : pathOf(share.token);
}

/**
 * Lets everyone with the link read the chat as it is now. Sharing again brings what is shared up to date.
 * @returns the path of the link
 * @throws ChatError not_found, also when the chat is another's or has no answer yet
 */
export async function shareChat(chatId: string, userId: string): Promise<string> {
  const share = await storeShare(chatId, userId, randomBytes(TOKEN_BYTES).toString("base64url"));
  if (share === null) throw new ChatError("not_found", sentences.notFound);
  return pathOf(share.token);
}

/** Revokes the link of a person's chat. Revoking what is not shared is no error. */
export function revokeShare(chatId: string, userId: string): Promise<void> {
  return deleteShare(chatId, userId);
}

function pathOf(token: string): string {
  return `/shared/${token}`;
}

/** A chat as those see it who have its link: no ids of people, chats or turns, nothing of money. */
export type PublicChat = { readonly title: string | null; readonly messages: readonly ChatMessage[] };

/** What a link shows; null when there is nothing to see. */
export async function findPublicChat(token: string): Promise<PublicChat | null> {
  const shared = await findSharedChat(token);
  if (shared === null) return null;
  const branch = await findBranch(shared.chatId, shared.leafId, MAX_MESSAGES);
  return {
    title: shared.title,
    messages: branch.map(({ role, content }, index) => ({
      id: String(index),
      role: role === "USER" ? "user" : "assistant",
      parts: toMessageParts(content).flatMap(publicPart),
    })),
  };
}

function nameOnly({ number, title, headings }: Source): Source {
  return { id: "", number, title, headings, url: "", text: "", attachmentId: "" };
}

/** Named one by one, so that what is added to messages one day is not public by itself. */
function publicPart(part: ChatMessage["parts"][number]): ChatMessage["parts"] {
  if (part.type === "text") return [part];
  if (part.type === "data-sources") {
    const sources = part.data.sources.map((source) =>
      source.attachmentId === undefined ? source : nameOnly(source),
    );
    return [{ ...part, data: { sources } }];
  }
  if (part.type === "data-attachment") {
    // Its name says what was asked about; its contents are its owner's.
    const { name, kind, byteLength, pages } = part.data;
    return [{ type: "data-attachment", data: { id: "", name, kind, byteLength, pages } }];
  }
  if (part.type !== "data-notice") return [];
  const { code, message } = part.data;
  // A turn's id is for its owner to quote.
  return [{ type: "data-notice", data: { code, message, turnId: "" } }];
}

import "server-only";
import { strings } from "@/lib/config/strings";
import { type ChatListing, listChatsOf, searchChatsOf } from "@/lib/db/chat-history";
import type { ListedChat } from "@/lib/protocol/listed-chat";

const MAX_LISTED = 100;

/** A person's chats: pinned ones first, then the newest. */
export async function listChats(userId: string): Promise<ListedChat[]> {
  return (await listChatsOf(userId, MAX_LISTED)).map(toListedChat);
}

/**
 * A person's chats that have all words of a text in one message, or the text in their title; the last word may be
 * unfinished. Newest first. All of them when there is nothing to search for.
 */
export async function searchChats(userId: string, text: string): Promise<ListedChat[]> {
  const titlePart = text.replaceAll("\0", "").toWellFormed().trim();
  if (titlePart === "") return listChats(userId);
  const found = await searchChatsOf(userId, { titlePart, words: toTextQuery(titlePart) }, MAX_LISTED);
  return found.map(toListedChat);
}

/** Letters and digits alone, so that nothing of it is an operator of the query language. */
function toTextQuery(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.pop();
  return last === undefined ? "" : [...words, `(${last} | ${last}:*)`].join(" & ");
}

function toListedChat({ id, title, updatedAt, pinnedAt }: ChatListing): ListedChat {
  return {
    id,
    title: title ?? strings.chats.untitled,
    updatedAt: updatedAt.toISOString(),
    isPinned: pinnedAt !== null,
  };
}

import "server-only";
import { listChatsOf } from "@/lib/db/chats";

const MAX_LISTED = 100;
const UNTITLED = "…";

/** A person's newest chats. `updatedAt` is ISO 8601. */
export async function listChats(userId: string): Promise<{ id: string; title: string; updatedAt: string }[]> {
  const chats = await listChatsOf(userId, MAX_LISTED);
  return chats.map(({ id, title, updatedAt }) => ({
    id,
    title: title ?? UNTITLED,
    updatedAt: updatedAt.toISOString(),
  }));
}

import type { ChatMessage } from "@/lib/protocol/chat-message";

/**
 * Asks the server for the chat's current branch, or goes to another one first: that of the version `messageId`.
 * Undefined when that did not work; what is shown then stays.
 */
export async function fetchBranch(chatId: string, messageId?: string): Promise<ChatMessage[] | undefined> {
  const choice =
    messageId === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ messageId }),
        };
  try {
    const response = await fetch(`/api/chat/${chatId}/branch`, choice);
    if (!response.ok) return undefined;
    // Our own server's answer to our own page.
    return ((await response.json()) as { messages: ChatMessage[] }).messages;
  } catch {
    return undefined;
  }
}

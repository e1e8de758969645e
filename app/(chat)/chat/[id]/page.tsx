import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ChatView } from "@/components/chat/chat-view";
import { findViewer } from "@/lib/auth/find-viewer";
import { findChat } from "@/lib/chats/find-chat";
import { strings } from "@/lib/config/strings";
import { listChoices } from "@/lib/models/list-choices";

type ChatPageProps = { params: Promise<{ id: string }> };

/** One read for the page and its title. */
const loadChat = cache(async (chatId: string) => {
  const viewer = await findViewer(await headers());
  // Not found and not yours look the same.
  return (viewer && (await findChat(chatId, viewer.userId))) ?? notFound();
});

export async function generateMetadata({ params }: ChatPageProps): Promise<Metadata> {
  const chat = await loadChat((await params).id);
  return { title: chat.title ?? strings.chats.untitled };
}

export default async function ChatPage({ params }: ChatPageProps) {
  const chat = await loadChat((await params).id);
  return (
    <ChatView
      key={chat.id}
      chatId={chat.id}
      title={chat.title ?? strings.chats.untitled}
      stored={{ messages: chat.messages, isRunning: chat.running }}
      models={listChoices()}
      draftName={chat.id}
    />
  );
}

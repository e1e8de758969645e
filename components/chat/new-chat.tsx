"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { product } from "@/lib/config/product";
import type { ModelChoice } from "@/lib/protocol/model-choice";
import { ChatView } from "./chat-view";
import { noteSignedOut } from "./guest-session";
import { newId } from "./new-id";
import type { StoredChat } from "./use-stored";

type NewChatProps = { isSignedIn: boolean; models: readonly ModelChoice[] };

const nothing: StoredChat = { messages: [], isRunning: false };

/** The router believes to be on `/` here, so what it refreshed would be kept as that page's content. */
function reload(): void {
  window.location.reload();
}

/**
 * The page `/`. With the first question its address becomes `/chat/[id]` without a reload, so the browser's history
 * can lead back here under the address of an earlier chat: that one is then loaded from the server.
 */
export function NewChat({ isSignedIn, models }: NewChatProps) {
  const pathname = usePathname();
  const [previousPathname, setPreviousPathname] = useState(pathname);
  const [chatId, setChatId] = useState(newId);

  if (pathname !== previousPathname) {
    setPreviousPathname(pathname);
    if (pathname === "/") setChatId(newId());
  }

  useEffect(() => {
    if (!isSignedIn) noteSignedOut();
  }, [isSignedIn]);

  const isAnotherChat = pathname !== "/" && pathname !== `/chat/${chatId}`;
  useEffect(() => {
    if (isAnotherChat) reload();
  }, [isAnotherChat]);
  if (isAnotherChat) return null;

  return (
    <ChatView
      key={chatId}
      chatId={chatId}
      title={product.name}
      stored={nothing}
      models={models}
      draftName="new"
      onOutdated={reload}
      onStarted={() => {
        if (window.location.pathname === "/") window.history.replaceState(null, "", `/chat/${chatId}`);
      }}
    />
  );
}

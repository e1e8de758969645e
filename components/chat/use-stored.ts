"use client";

import { useEffect, useRef, useState } from "react";
import type { ChatMessage } from "@/lib/protocol/chat-message";

/** A chat as the server rendered it. */
export type StoredChat = { readonly messages: ChatMessage[]; readonly isRunning: boolean };

type Follower = { setMessages: (messages: ChatMessage[]) => void; resumeStream: () => Promise<void> };

/**
 * Puts what the server has over what is shown, but never over an answer that is just coming in, and takes up a turn
 * that runs. True from the first paint until that turn's stream is open.
 */
export function useStored(
  stored: StoredChat,
  isConnected: boolean,
  { setMessages, resumeStream }: Follower,
): boolean {
  // The first one is what useChat began with.
  const adopted = useRef(stored.messages);
  const [resumed, setResumed] = useState<StoredChat>();

  useEffect(() => {
    if (isConnected || adopted.current === stored.messages) return;
    adopted.current = stored.messages;
    setMessages(stored.messages);
  }, [stored, isConnected, setMessages]);

  useEffect(() => {
    if (!stored.isRunning) return;
    let isCurrent = true;
    // Ends with the stream, and with every way of there being none.
    void resumeStream().finally(() => {
      if (isCurrent) setResumed(stored);
    });
    return () => {
      isCurrent = false;
    };
  }, [stored, resumeStream]);

  return stored.isRunning && resumed !== stored;
}

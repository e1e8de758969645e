"use client";

import { useEffect, useRef } from "react";

/**
 * Keeps other tabs with the same chat up to date. Returns what to call when a turn has begun here; `onTurn` runs when
 * one has begun in another tab, and is left out while this one is busy itself.
 */
export function useChatTabs(chatId: string, onTurn: (() => void) | undefined): () => void {
  const channel = useRef<BroadcastChannel>(undefined);
  const latestOnTurn = useRef(onTurn);

  useEffect(() => {
    latestOnTurn.current = onTurn;
  }, [onTurn]);

  useEffect(() => {
    const opened = new BroadcastChannel(`chat:${chatId}`);
    opened.onmessage = () => latestOnTurn.current?.();
    channel.current = opened;
    return () => opened.close();
  }, [chatId]);

  return () => channel.current?.postMessage("turn");
}

"use client";

import { useEffect, useRef, useState } from "react";
import { strings } from "@/lib/config/strings";
import type { ListedChat } from "@/lib/protocol/listed-chat";
import { announceChats, listenToChats } from "./chats-changed";

/** Long enough that a quickly typed word is one search, short enough that nobody waits for it. */
const SEARCH_DELAY_MS = 150;

export type ChatChange = {
  readonly title?: string;
  readonly pinned?: boolean;
  readonly deleted?: boolean;
};

/**
 * A person's chats as the server lists them, kept up to date, and what can be done to them.
 * @param isFresh whether `initial` is what the server would list now
 */
export function useHistory(initial: readonly ListedChat[], isFresh: boolean) {
  const [chats, setChats] = useState(initial);
  const [query, setQuery] = useState("");
  const [problem, setProblem] = useState<string>();
  const isUpToDate = useRef(isFresh);

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const found = await fetchChats(query);
      if (isCurrent && found !== undefined) setChats(found);
    };
    const unlisten = listenToChats(() => void load());
    const timer = isUpToDate.current ? undefined : setTimeout(() => void load(), SEARCH_DELAY_MS);
    isUpToDate.current = false;
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      unlisten();
    };
  }, [query]);

  async function change(chatId: string, wanted: ChatChange): Promise<boolean> {
    const isDone = await patchChat(chatId, wanted);
    setProblem(isDone ? undefined : strings.history.failed);
    if (isDone) announceChats();
    return isDone;
  }

  return { chats, query, setQuery, problem, change };
}

async function fetchChats(query: string): Promise<ListedChat[] | undefined> {
  try {
    const response = await fetch(`/api/chats?q=${encodeURIComponent(query.toWellFormed())}`);
    // Our own server's answer to our own page.
    return response.ok ? ((await response.json()) as { chats: ListedChat[] }).chats : undefined;
  } catch {
    // Without a connection the list stays as it is; asking says that there is none.
    return undefined;
  }
}

async function patchChat(chatId: string, change: ChatChange): Promise<boolean> {
  try {
    const response = await fetch(`/api/chat/${chatId}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(change),
    });
    return response.ok;
  } catch {
    return false;
  }
}

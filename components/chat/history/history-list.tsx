"use client";

import { useId } from "react";
import { strings } from "@/lib/config/strings";
import type { ListedChat } from "@/lib/protocol/listed-chat";
import { groupByDay } from "./group-by-day";
import { HistoryEntry } from "./history-entry";
import type { ChatChange } from "./use-history";

type HistoryListProps = {
  chats: readonly ListedChat[];
  isSearch: boolean;
  clock: { readonly nowMs: number; readonly offsetMinutes: number };
  currentPath: string;
  onChange: (chat: ListedChat, change: ChatChange) => void;
  onOpen: () => void;
};

export function HistoryList({ chats, isSearch, clock, currentPath, onChange, onOpen }: HistoryListProps) {
  const id = useId();
  const words = strings.history;
  if (chats.length === 0)
    return (
      <p className="flex-1 px-6 py-2 text-muted-foreground text-sm">
        {isSearch ? words.nothingFound : words.empty}
      </p>
    );
  // What was found is in the order of time, whatever is pinned.
  const groups = isSearch ? [["found", chats] as const] : groupByDay(chats, clock.nowMs, clock.offsetMinutes);
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto overscroll-contain px-3 pb-4">
      {groups.map(([name, members]) => (
        <section key={name}>
          <h3 id={`${id}-${name}`} className="px-3 pb-1 font-medium text-muted-foreground text-xs">
            {words.groups[name]}
          </h3>
          <ul aria-labelledby={`${id}-${name}`} className="space-y-0.5">
            {members.map((chat) => (
              <HistoryEntry
                key={chat.id}
                chat={chat}
                isCurrent={currentPath === `/chat/${chat.id}`}
                onChange={(change) => onChange(chat, change)}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

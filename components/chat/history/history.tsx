"use client";

import { Search, SquarePen } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { ListedChat } from "@/lib/protocol/listed-chat";
import { HistoryList } from "./history-list";
import { type ChatChange, useHistory } from "./use-history";

export type HistoryProps = {
  /** The list as the page came with it. */
  chats: readonly ListedChat[];
  /** When that was, in milliseconds since the epoch. */
  nowMs: number;
};

type OwnProps = HistoryProps & {
  /** The page has been there for a while: `chats` may have changed since. */
  isLate?: boolean;
  /** A chat was chosen: what covers the page can go. */
  onOpen?: () => void;
};

const stay = (): void => undefined;

/** A person's chats: searched, opened, renamed, pinned, deleted and brought back. */
export function History({ chats: initial, nowMs, isLate = false, onOpen = stay }: OwnProps) {
  const { chats, query, setQuery, problem, change } = useHistory(initial, !isLate);
  const [removed, setRemoved] = useState<ListedChat>();
  const clock = useClock(nowMs);
  const pathname = usePathname();
  const router = useRouter();
  const words = strings.history;

  async function apply(chat: ListedChat, wanted: ChatChange): Promise<void> {
    if (!(await change(chat.id, wanted))) return;
    if (wanted.deleted !== undefined) setRemoved(wanted.deleted ? chat : undefined);
    if (wanted.deleted === true && pathname === `/chat/${chat.id}`) router.push("/");
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="space-y-2 px-3 pb-3">
        <Button asChild look="ghost" className="w-full justify-start px-3 text-foreground">
          <Link href="/" onClick={onOpen}>
            <SquarePen aria-hidden />
            {strings.page.newChat}
          </Link>
        </Button>
        <label className="flex items-center gap-2 rounded-lg border border-input px-3 focus-within:border-ring">
          <Search className="size-4 shrink-0 text-muted-foreground" aria-hidden />
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            maxLength={200}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="min-w-0 flex-1 bg-transparent py-1.5 text-sm outline-none placeholder:text-muted-foreground"
          />
        </label>
      </div>
      <HistoryList
        chats={chats}
        isSearch={query.trim() !== ""}
        clock={clock}
        currentPath={pathname}
        onChange={(chat, wanted) => void apply(chat, wanted)}
        onOpen={onOpen}
      />
      <div role="status" className="text-sm empty:hidden">
        {problem !== undefined && <p className="border-t px-4 py-3 text-muted-foreground">{problem}</p>}
        {removed !== undefined && (
          <p className="flex items-center justify-between gap-3 border-t px-4 py-3">
            <span className="min-w-0 truncate">{words.removed(removed.title)}</span>
            <Button
              look="link"
              size="text"
              // The button that was pressed went with its chat.
              autoFocus
              onClick={() => void apply(removed, { deleted: false })}
            >
              {words.undo}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

/** UTC and the server's time at first, then the reader's: the server cannot know their time zone. */
function useClock(nowMs: number): { nowMs: number; offsetMinutes: number } {
  const [clock, setClock] = useState({ nowMs, offsetMinutes: 0 });
  useEffect(() => {
    const read = () => setClock({ nowMs: Date.now(), offsetMinutes: new Date().getTimezoneOffset() });
    read();
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  }, []);
  return clock;
}

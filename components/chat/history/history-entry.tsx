"use client";

import { Braces, Ellipsis, FileText, Pencil, Pin, PinOff, Share, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { strings } from "@/lib/config/strings";
import type { ListedChat } from "@/lib/protocol/listed-chat";
import { ShareDialog } from "./share-dialog";
import { TitleField } from "./title-field";
import type { ChatChange } from "./use-history";

type HistoryEntryProps = {
  chat: ListedChat;
  isCurrent: boolean;
  onChange: (change: ChatChange) => void;
  onOpen: () => void;
};

/** A chat in the list: its link, and what can be done to it. */
export function HistoryEntry({ chat, isCurrent, onChange, onOpen }: HistoryEntryProps) {
  const [isRenamed, setIsRenamed] = useState(false);
  const [isShared, setIsShared] = useState(false);
  const download = (format: string) => window.location.assign(`/api/chat/${chat.id}/export?format=${format}`);
  const words = strings.history;
  if (isRenamed)
    return (
      <li>
        <TitleField
          title={chat.title}
          onCancel={() => setIsRenamed(false)}
          onSave={(title) => {
            setIsRenamed(false);
            onChange({ title });
          }}
        />
      </li>
    );
  return (
    <li className={classNames("group flex items-center rounded-lg hover:bg-muted", isCurrent && "bg-muted")}>
      <Link
        href={`/chat/${chat.id}`}
        prefetch={false}
        aria-current={isCurrent ? "page" : undefined}
        title={chat.title}
        onClick={onOpen}
        className="min-w-0 flex-1 truncate rounded-lg py-1.5 pl-3 text-sm"
      >
        {chat.title}
      </Link>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button
            aria-label={words.actions(chat.title)}
            look="ghost"
            size="iconSmall"
            className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
          >
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem icon={Share} onSelect={() => setIsShared(true)}>
            {words.share}
          </DropdownMenuItem>
          <DropdownMenuItem icon={FileText} onSelect={() => download("markdown")}>
            {words.markdown}
          </DropdownMenuItem>
          <DropdownMenuItem icon={Braces} onSelect={() => download("json")}>
            {words.json}
          </DropdownMenuItem>
          <DropdownMenuItem icon={Pencil} onSelect={() => setIsRenamed(true)}>
            {words.rename}
          </DropdownMenuItem>
          <DropdownMenuItem
            icon={chat.isPinned ? PinOff : Pin}
            onSelect={() => onChange({ pinned: !chat.isPinned })}
          >
            {chat.isPinned ? words.unpin : words.pin}
          </DropdownMenuItem>
          <DropdownMenuItem icon={Trash2} onSelect={() => onChange({ deleted: true })}>
            {words.remove}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {isShared && <ShareDialog chatId={chat.id} title={chat.title} onClose={() => setIsShared(false)} />}
    </li>
  );
}

"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { use } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { ConversationActionsContext } from "./conversation-actions";

/** ‹ 1/2 ›: goes through the versions of a question or an answer. Nothing where there is only one. */
export function BranchSwitch({ message }: { message: ChatMessage }) {
  const siblingIds = message.metadata?.siblingIds ?? [];
  const index = siblingIds.indexOf(message.id);
  if (siblingIds.length < 2 || index < 0) return null;
  const { chooseBranch } = use(ConversationActionsContext);
  const words = strings.versions;
  const step = (label: string, id: string | undefined, Icon: typeof ChevronLeft) => (
    <IconButton
      label={label}
      size="iconSmall"
      // Not disabled, so that the focus stays where it is at the last version.
      aria-disabled={id === undefined || chooseBranch === undefined}
      onClick={id === undefined ? undefined : () => chooseBranch?.(id)}
    >
      <Icon aria-hidden />
    </IconButton>
  );
  return (
    <fieldset className="flex items-center" aria-label={words.label}>
      {step(words.previous, siblingIds[index - 1], ChevronLeft)}
      <span className="text-muted-foreground text-sm tabular-nums">
        <span aria-hidden>
          {index + 1}/{siblingIds.length}
        </span>
        <span className="sr-only">{words.position(index + 1, siblingIds.length)}</span>
      </span>
      {step(words.next, siblingIds[index + 1], ChevronRight)}
    </fieldset>
  );
}

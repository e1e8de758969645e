"use client";

import { ArrowDown, CircleSlash } from "lucide-react";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { Waiting } from "./answer/waiting";
import {
  type ConversationActions,
  ConversationActionsContext,
  type RefusedEdit,
  RefusedEditContext,
} from "./conversation-actions";
import { Message } from "./message";
import { QuietLine } from "./quiet-line";
import { RetryButton } from "./retry-button";
import { useEarlierMessages } from "./use-earlier-messages";

type TranscriptProps = {
  messages: readonly ChatMessage[];
  isBusy: boolean;
  /** The last question will get no answer by itself. */
  isUnanswered: boolean;
  refusedEdit: RefusedEdit | undefined;
  onRegenerate: () => void;
  onEdit: (messageId: string, text: string) => void;
  onChooseBranch: (messageId: string) => void;
};

/** The conversation. Stays at its end while it grows, until the reader scrolls away. */
export function Transcript(props: TranscriptProps) {
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: "instant",
    resize: "instant",
  });
  const { messages, isBusy, isUnanswered, onRegenerate } = props;
  const last = messages.at(-1);
  const hidden = useEarlierMessages(messages.length);
  const actions = useActions(props);
  return (
    <section aria-label={strings.transcript.label} className="relative min-h-0 flex-1">
      <div
        ref={scrollRef}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain -outline-offset-2"
      >
        <div ref={contentRef} className="mx-auto flex max-w-column flex-col gap-7 px-4 pt-4 pb-8 sm:px-6">
          <ConversationActionsContext value={actions}>
            <RefusedEditContext value={props.refusedEdit}>
              {messages.slice(hidden).map((message, index) => (
                <Message
                  key={messages[hidden + index - 1]?.id ?? "beginning"}
                  message={message}
                  isLast={message === last}
                  isGrowing={isBusy && message === last}
                  onRegenerate={!isBusy && message === last ? onRegenerate : undefined}
                />
              ))}
            </RefusedEditContext>
          </ConversationActionsContext>
          {isBusy && last?.role === "user" && <Waiting />}
          {isUnanswered && (
            <QuietLine icon={CircleSlash} sentence={strings.transcript.unanswered}>
              <RetryButton label={strings.notices.again} untilMs={undefined} onRetry={onRegenerate} />
            </QuietLine>
          )}
        </div>
      </div>
      {!isAtBottom && (
        <Button
          size="small"
          className="-translate-x-1/2 absolute bottom-2 left-1/2 rounded-full shadow-md motion-safe:animate-appear"
          onClick={() => void scrollToBottom()}
        >
          <ArrowDown aria-hidden />
          {strings.transcript.toLatest}
        </Button>
      )}
    </section>
  );
}

/** The same functions in every render, so that a growing answer renders nothing but itself. */
function useActions(props: TranscriptProps): ConversationActions {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [actions] = useState(() => ({
    edit: (messageId: string, text: string) => latest.current.onEdit(messageId, text),
    chooseBranch: (messageId: string) => latest.current.onChooseBranch(messageId),
  }));
  // Later, in pieces: a long chat has many buttons.
  return useDeferredValue(props.isBusy) ? nothing : actions;
}

const nothing: ConversationActions = {};

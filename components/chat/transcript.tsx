"use client";

import { ArrowDown, CircleSlash } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { Answer } from "./answer/answer";
import { Waiting } from "./answer/waiting";
import { Question } from "./question";
import { QuietLine } from "./quiet-line";
import { RetryButton } from "./retry-button";

type TranscriptProps = {
  messages: readonly ChatMessage[];
  isBusy: boolean;
  /** The last question will get no answer by itself. */
  isUnanswered: boolean;
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
  // The same functions in every render, so that a growing answer renders nothing but itself.
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [{ edit, choose }] = useState(() => ({
    edit: (messageId: string, text: string) => latest.current.onEdit(messageId, text),
    choose: (messageId: string) => latest.current.onChooseBranch(messageId),
  }));
  const [onEdit, onChooseBranch] = isBusy ? [] : [edit, choose];
  return (
    <section aria-label={strings.transcript.label} className="relative min-h-0 flex-1">
      <div
        ref={scrollRef}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain -outline-offset-2"
      >
        <div ref={contentRef} className="mx-auto flex max-w-column flex-col gap-7 px-4 pt-4 pb-8 sm:px-6">
          {messages.map((message, index) =>
            message.role === "user" ? (
              <Question
                key={placeOf(index, messages)}
                message={message}
                onEdit={onEdit}
                onChooseBranch={onChooseBranch}
              />
            ) : (
              <Answer
                key={placeOf(index, messages)}
                message={message}
                isGrowing={isBusy && message === last}
                onRegenerate={!isBusy && message === last ? onRegenerate : undefined}
                onChooseBranch={onChooseBranch}
              />
            ),
          )}
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

/** Versions of a message are at the same place, so the focus stays on ‹ › when another one is chosen. */
function placeOf(index: number, messages: readonly ChatMessage[]): string {
  return messages[index - 1]?.id ?? "beginning";
}

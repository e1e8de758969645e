"use client";

import { ArrowDown, CircleSlash } from "lucide-react";
import { useStickToBottom } from "use-stick-to-bottom";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { Answer } from "./answer";
import { Question } from "./question";
import { QuietLine } from "./quiet-line";
import { RetryButton } from "./retry-button";
import { Waiting } from "./waiting";

type TranscriptProps = {
  messages: readonly ChatMessage[];
  isBusy: boolean;
  /** The last question will get no answer by itself. */
  isUnanswered: boolean;
  onRegenerate: () => void;
};

/** The conversation. Stays at its end while it grows, until the reader scrolls away. */
export function Transcript({ messages, isBusy, isUnanswered, onRegenerate }: TranscriptProps) {
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: "instant",
    resize: "instant",
  });
  const last = messages.at(-1);
  return (
    <section aria-label={strings.transcript.label} className="relative min-h-0 flex-1">
      <div
        ref={scrollRef}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain -outline-offset-2"
      >
        <div ref={contentRef} className="mx-auto flex max-w-column flex-col gap-7 px-4 pt-4 pb-8 sm:px-6">
          {messages.map((message) =>
            message.role === "user" ? (
              <Question key={message.id} message={message} />
            ) : (
              <Answer
                key={message.id}
                message={message}
                isGrowing={isBusy && message === last}
                onRegenerate={!isBusy && message === last ? onRegenerate : undefined}
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

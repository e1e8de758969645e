"use client";

import { useState } from "react";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { BranchSwitch } from "../branch-switch";
import { Feedback } from "../feedback/feedback";
import { Markdown } from "../markdown/markdown";
import { messageText } from "../message-text";
import { AnswerActions } from "./answer-actions";
import { isRetryable, NoticeLine } from "./notice-line";
import { SourceChips } from "./source-chips";
import { SourcesProvider } from "./sources-context";
import { Waiting } from "./waiting";

type AnswerProps = {
  message: ChatMessage;
  isGrowing: boolean;
  /** Absent where the answer cannot be asked for again. */
  onRegenerate: (() => void) | undefined;
};

export function Answer({ message, isGrowing, onRegenerate }: AnswerProps) {
  const text = messageText(message);
  const sources = message.parts.flatMap((part) => (part.type === "data-sources" ? part.data.sources : []));
  return (
    <article>
      <h2 className="sr-only">{strings.transcript.answer}</h2>
      <SourcesProvider key={message.id} list={sources}>
        {text !== "" && <Markdown text={text} isGrowing={isGrowing} />}
        {text === "" && isGrowing && (
          <Waiting
            expected={message.metadata?.expectedWait}
            isThinking={message.parts.some((part) => part.type === "reasoning")}
          />
        )}
        <Notices message={message} onRegenerate={onRegenerate} />
        {!isGrowing && <SourceChips />}
      </SourcesProvider>
      {!isGrowing && (
        <AnswerActions text={text} onRegenerate={onRegenerate}>
          {text !== "" && <Feedback key={message.id} turnId={message.id} stored={message.metadata?.rating} />}
          <BranchSwitch message={message} />
        </AnswerActions>
      )}
    </article>
  );
}

function Notices({ message, onRegenerate }: Pick<AnswerProps, "message" | "onRegenerate">) {
  const [firstShownMs] = useState(() => Date.now());
  const notices = message.parts.flatMap((part) => (part.type === "data-notice" ? [part.data] : []));
  if (notices.length === 0) return null;
  const createdMs = message.metadata === undefined ? firstShownMs : Date.parse(message.metadata.createdAt);
  return (
    <div className="mt-3 space-y-1 first-of-type:mt-0">
      {notices.map((notice) => (
        <NoticeLine
          key={notice.code}
          notice={notice}
          shownSinceMs={createdMs}
          onRegenerate={notice === notices.findLast(isRetryable) ? onRegenerate : undefined}
          hasReference={notice === notices.at(-1)}
        />
      ))}
    </div>
  );
}

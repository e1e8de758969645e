"use client";

import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { NoticeLine } from "./answer/notice-line";
import { SourceChips } from "./answer/source-chips";
import { SourcesProvider } from "./answer/sources-context";
import { Markdown } from "./markdown/markdown";
import { messageText } from "./message-text";
import { Question } from "./question";

/** A conversation to read: nothing in it can be asked, changed or rated. */
export function SharedTranscript({ messages }: { messages: readonly ChatMessage[] }) {
  return (
    <div className="flex flex-col gap-7">
      {messages.map((message) =>
        message.role === "user" ? (
          <Question key={message.id} message={message} />
        ) : (
          <SharedAnswer key={message.id} message={message} />
        ),
      )}
    </div>
  );
}

function SharedAnswer({ message }: { message: ChatMessage }) {
  const sources = message.parts.flatMap((part) => (part.type === "data-sources" ? part.data.sources : []));
  const notices = message.parts.flatMap((part) => (part.type === "data-notice" ? [part.data] : []));
  return (
    <article>
      <h2 className="sr-only">{strings.transcript.answer}</h2>
      <SourcesProvider list={sources}>
        <Markdown text={messageText(message)} isGrowing={false} />
        {notices.map((notice) => (
          <NoticeLine
            key={notice.code}
            notice={notice}
            shownSinceMs={0}
            onRegenerate={undefined}
            hasReference={notice === notices.at(-1)}
          />
        ))}
        <SourceChips />
      </SourcesProvider>
    </article>
  );
}

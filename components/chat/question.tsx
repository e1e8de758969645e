import { memo } from "react";
import { classNames } from "@/components/ui/class-names";
import { kerningFor } from "@/components/ui/kerning-for";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { messageText } from "./message-text";

export const Question = memo(function Question({ message }: { message: ChatMessage }) {
  const text = messageText(message);
  return (
    <article className="flex flex-col items-end">
      <h2 className="sr-only">{strings.transcript.question}</h2>
      <p
        dir="auto"
        className={classNames(
          "max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-muted px-4 py-2.5 [overflow-wrap:anywhere]",
          kerningFor(text),
        )}
      >
        {text}
      </p>
    </article>
  );
});

import { strings } from "@/lib/config/strings";
import type { MessageContent } from "@/lib/protocol/message-content";
import { Badge } from "./badge";
import { noticeLabel } from "./notice-label";

const words = strings.admin.turns.shown;

/** An answer as it was shown, word for word, with the notices that stood by it. Its markdown is left as it was written. */
export function ShownAnswer({ content }: { content: MessageContent | null }) {
  if (content === null || content.parts.length === 0) {
    return <p className="text-muted-foreground text-sm">{words.nothing}</p>;
  }
  return (
    <div className="space-y-3 text-sm">
      {content.parts.map((part, index) => {
        // What is on record never moves.
        const key = index;
        switch (part.type) {
          case "text":
            return (
              <p key={key} className="whitespace-pre-wrap break-words">
                {part.text}
              </p>
            );
          case "reasoning":
            return (
              <details key={key}>
                <summary className="cursor-pointer text-muted-foreground">{words.reasoning}</summary>
                <p className="mt-1 whitespace-pre-wrap break-words text-muted-foreground">{part.text}</p>
              </details>
            );
          case "notice":
            return (
              <p key={key} className="flex flex-wrap items-center gap-2 text-muted-foreground">
                <Badge>{noticeLabel(part.notice.code)}</Badge> {part.notice.message}
              </p>
            );
          case "sources":
            return (
              <p key={key} className="text-muted-foreground">
                {words.sources(part.sources.map(({ number, title }) => `[${number}] ${title}`).join(", "))}
              </p>
            );
          default:
            return null;
        }
      })}
    </div>
  );
}

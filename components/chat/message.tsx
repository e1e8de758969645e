import { memo } from "react";
import { SkippedUnseen } from "@/components/ui/skipped-unseen";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { Answer } from "./answer/answer";
import { messageText } from "./message-text";
import { Question } from "./question";

type MessageProps = {
  message: ChatMessage;
  isLast: boolean;
  isGrowing: boolean;
  /** Absent where the answer cannot be asked for again. */
  onRegenerate: (() => void) | undefined;
};

/**
 * A question or an answer. Its key is the message before it: versions of a message are at the same place, so the focus
 * stays on ‹ › when another one is chosen.
 */
export const Message = memo(function Message({ message, isLast, isGrowing, onRegenerate }: MessageProps) {
  return (
    <SkippedUnseen textLength={messageText(message).length} isSkipped={!isLast}>
      {message.role === "user" ? (
        <Question message={message} />
      ) : (
        <Answer message={message} isGrowing={isGrowing} onRegenerate={onRegenerate} />
      )}
    </SkippedUnseen>
  );
});

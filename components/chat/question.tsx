"use client";

import { Pencil } from "lucide-react";
import { memo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { kerningFor } from "@/components/ui/kerning-for";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { QuestionFiles } from "./attachments/question-files";
import { BranchSwitch } from "./branch-switch";
import { messageText } from "./message-text";
import { QuestionEditor } from "./question-editor";

type QuestionProps = {
  message: ChatMessage;
  /** Absent while another answer is being written. */
  onEdit: ((messageId: string, text: string) => void) | undefined;
  onChooseBranch: ((messageId: string) => void) | undefined;
};

export const Question = memo(function Question({ message, onEdit, onChooseBranch }: QuestionProps) {
  const [isEdited, setIsEdited] = useState(false);
  const text = messageText(message);
  return (
    <article className="group flex flex-col items-end">
      <h2 className="sr-only">{strings.transcript.question}</h2>
      <QuestionFiles message={message} />
      {isEdited && onEdit !== undefined ? (
        <QuestionEditor
          text={text}
          onCancel={() => setIsEdited(false)}
          onSend={(edited) => {
            setIsEdited(false);
            onEdit(message.id, edited);
          }}
        />
      ) : (
        <>
          <p
            dir="auto"
            className={classNames(
              "max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-muted px-4 py-2.5 [overflow-wrap:anywhere]",
              kerningFor(text),
            )}
          >
            {text}
          </p>
          <div className="-mr-1 mt-1 flex min-h-8 items-center">
            {onEdit !== undefined && (
              <IconButton label={strings.edit.open} size="iconSmall" onClick={() => setIsEdited(true)}>
                <Pencil aria-hidden />
              </IconButton>
            )}
            <BranchSwitch message={message} onChoose={onChooseBranch} />
          </div>
        </>
      )}
    </article>
  );
});

"use client";

import { Pencil } from "lucide-react";
import { use, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { kerningFor } from "@/components/ui/kerning-for";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { QuestionFiles } from "./attachments/question-files";
import { BranchSwitch } from "./branch-switch";
import { ConversationActionsContext } from "./conversation-actions";
import { messageText } from "./message-text";
import { QuestionEditor } from "./question-editor";

export function Question({ message }: { message: ChatMessage }) {
  const [isEdited, setIsEdited] = useState(false);
  const text = messageText(message);
  return (
    <article className="group flex flex-col items-end">
      <h2 className="sr-only">{strings.transcript.question}</h2>
      <QuestionFiles message={message} />
      {isEdited ? (
        <QuestionEditor messageId={message.id} text={text} onClose={() => setIsEdited(false)} />
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
            <EditButton onEdit={() => setIsEdited(true)} />
            <BranchSwitch message={message} />
          </div>
        </>
      )}
    </article>
  );
}

/** Not there while another answer is being written. */
function EditButton({ onEdit }: { onEdit: () => void }) {
  if (use(ConversationActionsContext).edit === undefined) return null;
  return (
    <IconButton label={strings.edit.open} size="iconSmall" onClick={onEdit}>
      <Pencil aria-hidden />
    </IconButton>
  );
}

"use client";

import { Pencil } from "lucide-react";
import { type RefObject, use, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { kerningFor } from "@/components/ui/kerning-for";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { QuestionFiles } from "./attachments/question-files";
import { BranchSwitch } from "./branch-switch";
import { ConversationActionsContext, type RefusedEdit, RefusedEditContext } from "./conversation-actions";
import { messageText } from "./message-text";
import { QuestionEditor } from "./question-editor";

export function Question({ message }: { message: ChatMessage }) {
  const [isOpened, setIsOpened] = useState(false);
  const [closed, setClosed] = useState<RefusedEdit>();
  const refusedEdit = use(RefusedEditContext);
  const refused = refusedEdit?.messageId === message.id && refusedEdit !== closed ? refusedEdit : undefined;
  const text = messageText(message);

  const editButton = useRef<HTMLButtonElement>(null);

  function close(): void {
    setIsOpened(false);
    setClosed(refused);
  }

  function cancel(): void {
    flushSync(close);
    // Whoever writes by keyboard would else be sent back to the top of the page.
    editButton.current?.focus();
  }

  return (
    <article className="group flex flex-col items-end">
      <h2 className="sr-only">{strings.transcript.question}</h2>
      <QuestionFiles message={message} />
      {isOpened || refused !== undefined ? (
        <QuestionEditor
          messageId={message.id}
          text={text}
          begun={refused?.text ?? text}
          onClose={close}
          onCancel={cancel}
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
            <EditButton button={editButton} onEdit={() => setIsOpened(true)} />
            <BranchSwitch message={message} />
          </div>
        </>
      )}
    </article>
  );
}

/** Not there while another answer is being written. */
function EditButton({ button, onEdit }: { button: RefObject<HTMLButtonElement | null>; onEdit: () => void }) {
  if (use(ConversationActionsContext).edit === undefined) return null;
  return (
    <IconButton ref={button} label={strings.edit.open} size="iconSmall" onClick={onEdit}>
      <Pencil aria-hidden />
    </IconButton>
  );
}

"use client";

import { type FormEvent, type KeyboardEvent, use, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { ConversationActionsContext } from "./conversation-actions";

type QuestionEditorProps = {
  messageId: string;
  /** The question as it is. */
  text: string;
  /** What the field begins with. */
  begun: string;
  onClose: () => void;
  onCancel: () => void;
};

/** Rewrites a question; sent, it becomes another version of it. */
export function QuestionEditor({ messageId, text, begun, onClose, onCancel }: QuestionEditorProps) {
  const { edit } = use(ConversationActionsContext);
  const [edited, setEdited] = useState(begun);
  const hintId = useId();
  const words = strings.edit;
  const isSendable = edit !== undefined && edited.trim() !== "" && edited.trim() !== text.trim();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isSendable) return;
    onClose();
    edit(messageId, edited.trim());
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && !event.shiftKey) submit(event);
  }

  return (
    <form onSubmit={submit} className="w-full rounded-2xl border border-input bg-card p-2 shadow-sm">
      <textarea
        aria-label={words.field}
        aria-describedby={hintId}
        dir="auto"
        rows={Math.min(edited.split("\n").length + 1, 12)}
        // biome-ignore lint/a11y/noAutofocus: whoever asked to edit wants to write here.
        autoFocus
        value={edited}
        onChange={(event) => setEdited(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-full resize-none bg-transparent px-2 py-1 outline-none [font-kerning:none]"
      />
      <div className="flex items-center justify-end gap-2">
        <p id={hintId} className="mr-auto px-2 text-muted-foreground text-sm max-sm:sr-only">
          {words.hint}
        </p>
        <Button size="small" look="ghost" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button size="small" look="solid" type="submit" aria-disabled={!isSendable}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}

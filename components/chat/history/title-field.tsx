"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { MAX_TITLE_LENGTH } from "@/lib/protocol/listed-chat";

type TitleFieldProps = { title: string; onSave: (title: string) => void; onCancel: () => void };

/** Renames a chat where it stands in the list: Enter saves, Escape leaves it. */
export function TitleField({ title, onSave, onCancel }: TitleFieldProps) {
  const [text, setText] = useState(title);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === "" || text.trim() === title) onCancel();
    else onSave(text.trim());
  }

  return (
    <form onSubmit={submit} className="flex items-center gap-1 rounded-lg border border-input bg-card pl-3">
      <input
        aria-label={strings.history.newTitle}
        // biome-ignore lint/a11y/noAutofocus: whoever asked to rename wants to write here.
        autoFocus
        maxLength={MAX_TITLE_LENGTH}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
        className="min-w-0 flex-1 bg-transparent py-1.5 text-sm outline-none"
      />
      <Button type="submit" size="small" look="ghost">
        {strings.history.save}
      </Button>
    </form>
  );
}

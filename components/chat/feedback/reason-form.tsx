"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { MAX_REASON_LENGTH } from "@/lib/protocol/feedback";

type ReasonFormProps = { label: string; onSend: (reason: string) => void; onCancel: () => void };

/** Asks why, without insisting. */
export function ReasonForm({ label, onSend, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSend(reason.trim());
  }

  return (
    <form
      onSubmit={submit}
      className="mt-2 max-w-lg rounded-xl border p-3 text-sm motion-safe:animate-appear"
    >
      <label className="block space-y-2">
        <span className="font-medium">{label}</span>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it opens where the button was pressed.
          autoFocus
          rows={2}
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onCancel()}
          className="w-full resize-none rounded-lg border border-input bg-card px-3 py-2 outline-none focus:border-ring"
        />
      </label>
      <div className="mt-2 flex justify-end gap-2">
        <Button size="small" look="ghost" onClick={onCancel}>
          {strings.feedback.cancel}
        </Button>
        <Button size="small" look="solid" type="submit">
          {strings.feedback.send}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import { useAttachmentLimits } from "./attachment-limits";

/** Where the focus goes when the last file was removed. */
export const attachButtonId = "add-files";

/** Opens the browser's file dialog. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { accept } = useAttachmentLimits();
  return (
    <>
      <IconButton
        id={attachButtonId}
        label={strings.attachments.add}
        className="rounded-full"
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}

import { Paperclip } from "lucide-react";
import { strings } from "@/lib/config/strings";

/** Covers the chat while files are held over the page. */
export function DropHint() {
  return (
    <div className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-3xl border-2 border-primary border-dashed bg-background/85">
      <p className="flex items-center gap-2 font-medium">
        <Paperclip className="size-5 text-primary" aria-hidden />
        {strings.attachments.drop}
      </p>
    </div>
  );
}

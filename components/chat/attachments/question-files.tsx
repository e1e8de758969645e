import { FileText } from "lucide-react";
import { strings } from "@/lib/config/strings";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { formatBytes } from "./format-bytes";
import { Thumbnail } from "./thumbnail";

const look =
  "flex min-w-0 max-w-full items-center gap-2 rounded-xl border px-3 py-1.5 text-sm [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

const imageLook = "block overflow-hidden rounded-xl border transition-opacity hover:opacity-90";

/** The files of a question that was sent. Its owner can have them back; those who only have its link see their names. */
export function QuestionFiles({ message }: { message: ChatMessage }) {
  const files = filesOf(message);
  if (files.length === 0) return null;
  return (
    <ul
      aria-label={strings.attachments.label}
      className="mb-1.5 flex max-w-[85%] flex-wrap justify-end gap-1.5"
    >
      {files.map((file, index) => (
        <li key={file.id === "" ? index : file.id} className="min-w-0 max-w-full">
          {file.id === "" ? (
            <span className={look}>
              <FileLabel file={file} />
            </span>
          ) : (
            <a
              href={`/api/attachments/${file.id}/file`}
              download={file.name}
              className={file.kind === "image" ? imageLook : `${look} transition-colors hover:bg-muted`}
            >
              <span className="sr-only">{strings.attachments.download}</span>
              {file.kind === "image" ? <SentImage file={file} /> : <FileLabel file={file} />}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The files that a message was sent with. */
export function filesOf(message: ChatMessage): AttachmentReference[] {
  return message.parts.flatMap((part) => (part.type === "data-attachment" ? [part.data] : []));
}

/** Its name is what it is called to those who can't see it. */
function SentImage({ file }: { file: AttachmentReference }) {
  return (
    <>
      <Thumbnail id={file.id} className="h-28 w-auto min-w-11 max-w-full sm:h-40" />
      <span className="sr-only">{file.name}</span>
    </>
  );
}

function FileLabel({ file }: { file: AttachmentReference }) {
  const size = formatBytes(file.byteLength);
  return (
    <>
      <FileText aria-hidden />
      <span className="truncate">{file.name}</span>
      <span className="shrink-0 text-muted-foreground tabular-nums">
        {file.pages === null ? size : strings.attachments.pages(file.pages)}
      </span>
    </>
  );
}

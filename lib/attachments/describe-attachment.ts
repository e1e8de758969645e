import "server-only";
import type { AttachmentRow } from "@/lib/db/attachments";
import type { AttachmentReference } from "@/lib/protocol/attachment";

const kinds = { TEXT: "text", MARKDOWN: "markdown", PDF: "pdf", IMAGE: "image" } as const;

/** What a message keeps of a file. */
export function describeAttachment({
  id,
  name,
  kind,
  byteLength,
  pages,
}: AttachmentRow): AttachmentReference {
  return { id, name, kind: kinds[kind], byteLength, pages };
}

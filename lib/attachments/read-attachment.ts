import "server-only";
import { failAttachment, findUnreadAttachment, storeAttachmentText } from "@/lib/db/attachment-reading";
import { readPdf } from "./read-pdf";
import { readText } from "./read-text";

/** Reads a stored file and stores its text, or why there is none. Reading it again, or one that is gone, changes nothing. */
export async function readAttachment(id: string): Promise<void> {
  const file = await findUnreadAttachment(id);
  if (file === null) return;
  const outcome = file.kind === "PDF" ? await readPdf(file.content) : readText(file.content);
  if ("failure" in outcome) return failAttachment(id, outcome.failure);
  const text = outcome.text.replaceAll("\0", "").toWellFormed();
  if (!/[\p{L}\p{N}]/u.test(text)) return failAttachment(id, "no_text");
  await storeAttachmentText(id, { ...outcome, text });
}

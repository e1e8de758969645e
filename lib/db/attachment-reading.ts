import "server-only";
import type { AttachmentFailure } from "@/lib/protocol/attachment";
import type { AttachmentRow } from "./attachments";
import { getPool } from "./pool";

export type UnreadAttachment = Pick<AttachmentRow, "kind"> & { readonly content: Uint8Array };

/** A file whose text is still to be read; null when it is read already, or deleted. */
export async function findUnreadAttachment(id: string): Promise<UnreadAttachment | null> {
  const { rows } = await getPool().query<UnreadAttachment>(
    "SELECT kind, content FROM attachments WHERE id = $1 AND status = 'PENDING' AND content IS NOT NULL",
    [id],
  );
  return rows[0] ?? null;
}

export type ReadText = { readonly text: string; readonly pages: number | null; readonly isCut: boolean };

/** Stores what was read from a file. One that was read meanwhile, or is deleted, is left as it is. */
export async function storeAttachmentText(id: string, { text, pages, isCut }: ReadText): Promise<void> {
  await getPool().query(
    "UPDATE attachments SET status = 'READY', text = $2, pages = $3, is_cut = $4 WHERE id = $1 AND status = 'PENDING'",
    [id, text, pages, isCut],
  );
}

/** Notes why a file cannot be read. Its bytes are of no use then, and go. */
export async function failAttachment(id: string, reason: AttachmentFailure): Promise<void> {
  await getPool().query(
    "UPDATE attachments SET status = 'FAILED', reason = $2, content = NULL WHERE id = $1 AND status = 'PENDING'",
    [id, reason],
  );
}

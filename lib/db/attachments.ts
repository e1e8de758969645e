import "server-only";
import type { AttachmentFailure } from "@/lib/protocol/attachment";
import { getPool, inTransaction, type Queryable } from "./pool";

export type AttachmentRow = {
  readonly id: string;
  readonly chatId: string | null;
  readonly name: string;
  readonly kind: "TEXT" | "MARKDOWN" | "PDF" | "IMAGE";
  readonly status: "PENDING" | "READY" | "FAILED";
  readonly reason: AttachmentFailure | null;
  readonly byteLength: number;
  readonly pages: number | null;
};

export type NewAttachment = Pick<AttachmentRow, "id" | "name" | "kind"> & {
  /** Ready when there is nothing to read from it. */
  readonly status: "PENDING" | "READY";
  readonly tenantId: string;
  readonly userId: string;
  readonly content: Uint8Array;
};

const COLUMNS = `a.id, a.chat_id AS "chatId", a.name, a.kind, a.status, a.reason, a.byte_length AS "byteLength", a.pages`;
/** A person's own, without those of deleted chats. */
const OWN = `a.user_id = $2 AND NOT EXISTS (SELECT FROM chats c WHERE c.id = a.chat_id AND c.deleted_at IS NOT NULL)`;

/**
 * Stores a file and runs `also` in the same transaction, unless the person would then have more than `maxStoredBytes`.
 * Of two uploads at once the second sees the first.
 * @returns false when there is no room
 */
export function insertAttachment(
  file: NewAttachment,
  maxStoredBytes: number,
  also: (db: Queryable) => Promise<void>,
): Promise<boolean> {
  return inTransaction(async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('attachments:' || $1, 0))", [
      file.userId,
    ]);
    const { rowCount } = await client.query(
      `INSERT INTO attachments (id, tenant_id, user_id, name, kind, byte_length, content, status)
       SELECT $1, $2, $3, $4, $5::attachment_kind, $6::int, $7, $9::attachment_status
        WHERE (SELECT coalesce(sum(byte_length), 0) FROM attachments WHERE user_id = $3 AND content IS NOT NULL) + $6::int <= $8::bigint`,
      [
        file.id,
        file.tenantId,
        file.userId,
        file.name,
        file.kind,
        file.content.byteLength,
        file.content,
        maxStoredBytes,
        file.status,
      ],
    );
    if (rowCount === 0) return false;
    await also(client);
    return true;
  });
}

/** Those of these files that are a person's. */
export async function findAttachments(ids: readonly string[], userId: string): Promise<AttachmentRow[]> {
  const { rows } = await getPool().query<AttachmentRow>({
    name: "find-attachments",
    text: `SELECT ${COLUMNS} FROM attachments a WHERE a.id = ANY($1::uuid[]) AND ${OWN}`,
    values: [ids, userId],
  });
  return rows;
}

/** A person's file as it was uploaded; null when there is none, or not any more. */
export async function findAttachmentFile(
  id: string,
  userId: string,
): Promise<{ readonly name: string; readonly content: Uint8Array<ArrayBuffer> } | null> {
  const { rows } = await getPool().query<{ name: string; content: Uint8Array<ArrayBuffer> }>(
    `SELECT a.name, a.content FROM attachments a WHERE a.id = $1 AND ${OWN} AND a.content IS NOT NULL`,
    [id, userId],
  );
  return rows[0] ?? null;
}

export type AttachedImage = {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

/** The first so many of these files that are a person's images and still there, in the order of the ids. */
export async function findAttachedImages(
  ids: readonly string[],
  userId: string,
  limit: number,
): Promise<AttachedImage[]> {
  const { rows } = await getPool().query<AttachedImage>(
    `SELECT a.id, a.name, a.content FROM attachments a
      WHERE a.id = ANY($1::uuid[]) AND ${OWN} AND a.kind = 'IMAGE' AND a.content IS NOT NULL
      ORDER BY array_position($1::uuid[], a.id) LIMIT $3`,
    [ids, userId, limit],
  );
  return rows;
}

export type AttachmentText = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly isCut: boolean;
};

/** What was read from those of these files that are a person's, in the order of the ids. */
export async function findAttachmentTexts(ids: readonly string[], userId: string): Promise<AttachmentText[]> {
  const { rows } = await getPool().query<AttachmentText>(
    `SELECT a.id, a.name, a.text, a.is_cut AS "isCut" FROM attachments a
      WHERE a.id = ANY($1::uuid[]) AND ${OWN} AND a.text IS NOT NULL ORDER BY array_position($1::uuid[], a.id)`,
    [ids, userId],
  );
  return rows;
}

/**
 * Binds files to the chat that they are sent in.
 * @returns false when one of them is not the person's, not ready, or bound to another chat
 */
export async function claimAttachments(
  db: Queryable,
  ids: readonly string[],
  userId: string,
  chatId: string,
): Promise<boolean> {
  if (ids.length === 0) return true;
  const { rowCount } = await db.query(
    `UPDATE attachments SET chat_id = $3
      WHERE id = ANY($1::uuid[]) AND user_id = $2 AND status = 'READY' AND (chat_id IS NULL OR chat_id = $3)`,
    [ids, userId, chatId],
  );
  return rowCount === ids.length;
}

/** Deletes a person's file that was not sent yet. @returns whether there was one */
export async function deleteUnsentAttachment(id: string, userId: string): Promise<boolean> {
  const { rowCount } = await getPool().query(
    "DELETE FROM attachments WHERE id = $1 AND user_id = $2 AND chat_id IS NULL",
    [id, userId],
  );
  return rowCount === 1;
}

/** Deletes files that were never sent, and the bytes of those whose chat has been deleted for a while. */
export async function sweepAttachments(keepUnsentHours: number, keepDeletedHours: number): Promise<void> {
  await getPool().query(
    "DELETE FROM attachments WHERE chat_id IS NULL AND created_at < now() - make_interval(hours => $1)",
    [keepUnsentHours],
  );
  await getPool().query(
    `UPDATE attachments a SET content = NULL FROM chats c
      WHERE c.id = a.chat_id AND a.content IS NOT NULL AND c.deleted_at < now() - make_interval(hours => $1)`,
    [keepDeletedHours],
  );
}

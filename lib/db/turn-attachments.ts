import "server-only";
import { findAttachmentPlace } from "@/lib/protocol/attachment-passage";
import type { AttachmentRecord, GivenPassage } from "@/lib/protocol/review/turn-record";
import { getPool } from "./pool";

/** The files of a turn's question; those that are gone with their name. */
export async function findTurnAttachments(turnId: string): Promise<AttachmentRecord[]> {
  const { rows } = await getPool().query<AttachmentRecord>(
    `SELECT f.id, f.name, f.kind, f."byteLength", f.pages, a.text, a.content IS NOT NULL AS "isStored"
       FROM turns t JOIN messages q ON q.chat_id = t.chat_id AND q.id = t.question_id
      CROSS JOIN jsonb_to_recordset(jsonb_path_query_array(q.content, '$.parts[*] ? (@.type == "attachment").attachment'))
         AS f (id uuid, name text, kind text, "byteLength" int, pages int)
       LEFT JOIN attachments a ON a.id = f.id
      WHERE t.id = $1`,
    [turnId],
  );
  return rows;
}

/** An image of a turn's question; null when the turn has no such image, or it is not kept any more. */
export async function findTurnImage(image: {
  readonly id: string;
  readonly turnId: string;
  readonly tenantId: string;
}): Promise<Uint8Array<ArrayBuffer> | null> {
  const { rows } = await getPool().query<{ content: Uint8Array<ArrayBuffer> }>(
    `SELECT a.content FROM turns t JOIN messages q ON q.chat_id = t.chat_id AND q.id = t.question_id
       JOIN attachments a ON a.chat_id = t.chat_id
        AND q.content @> jsonb_build_object('parts', jsonb_build_array(jsonb_build_object(
              'type', 'attachment', 'attachment', jsonb_build_object('id', a.id))))
      WHERE a.id = $1 AND t.id = $2 AND t.tenant_id = $3 AND a.kind = 'IMAGE' AND a.content IS NOT NULL`,
    [image.id, image.turnId, image.tenantId],
  );
  return rows[0]?.content ?? null;
}

/** Passages with the words of those that come from files: they are no rows of their own. */
export async function withFilePassages(passages: readonly GivenPassage[]): Promise<GivenPassage[]> {
  const places = passages.map(({ id }) => findAttachmentPlace(id));
  const ids = [...new Set(places.flatMap((place) => (place === null ? [] : [place.attachmentId])))];
  if (ids.length === 0) return [...passages];
  const { rows } = await getPool().query<{ id: string; name: string; text: string | null }>(
    "SELECT id, name, text FROM attachments WHERE id = ANY($1::uuid[])",
    [ids],
  );
  return passages.map((passage, index) => {
    const place = places[index];
    const file = rows.find(({ id }) => id === place?.attachmentId);
    if (place === null || place === undefined || file === undefined) return passage;
    return { ...passage, title: file.name, text: file.text?.slice(place.start, place.end) ?? null };
  });
}

import "server-only";
import { findAttachmentPlace } from "@/lib/protocol/attachment-passage";
import type { AttachmentRecord, GivenPassage } from "@/lib/protocol/review/turn-record";
import { getPool } from "./pool";

/** The files of a turn's question; those that are gone with their name. */
export async function findTurnAttachments(turnId: string): Promise<AttachmentRecord[]> {
  const { rows } = await getPool().query<AttachmentRecord>(
    `SELECT f.id, f.name, f."byteLength", f.pages, a.text
       FROM turns t JOIN messages q ON q.chat_id = t.chat_id AND q.id = t.question_id
      CROSS JOIN jsonb_to_recordset(jsonb_path_query_array(q.content, '$.parts[*] ? (@.type == "attachment").attachment'))
         AS f (id uuid, name text, "byteLength" int, pages int)
       LEFT JOIN attachments a ON a.id = f.id
      WHERE t.id = $1`,
    [turnId],
  );
  return rows;
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

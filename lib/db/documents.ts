import "server-only";
import type { PoolClient } from "pg";
import { inTransaction } from "./pool";

export type PassageRecord = {
  readonly title: string;
  readonly headings: readonly string[];
  readonly anchor: string;
  readonly text: string;
};

export type DocumentRecord = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly contentHash: string;
  readonly passages: readonly PassageRecord[];
};

/** The two-key space of advisory locks is apart from the single-key one that servers are numbered in. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtext('parapet.documents'), 0)";

/**
 * Makes the documents whose id begins with `idPrefix` be exactly `documents`, in one transaction. Several servers may do
 * it at once: they take turns. Returns how many were written or removed.
 */
export async function replaceDocuments(
  idPrefix: string,
  documents: readonly DocumentRecord[],
): Promise<number> {
  return inTransaction(async (client) => {
    await client.query(LOCK);
    const stored = await findHashes(client, idPrefix);
    const wanted = new Set(documents.map((document) => document.id));
    const gone = [...stored.keys()].filter((id) => !wanted.has(id));
    const changed = documents.filter((document) => stored.get(document.id) !== document.contentHash);
    await client.query("DELETE FROM documents WHERE id = ANY($1)", [gone]);
    await writeDocuments(client, changed);
    return gone.length + changed.length;
  });
}

async function findHashes(client: PoolClient, idPrefix: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; contentHash: string }>(
    `SELECT id, content_hash AS "contentHash" FROM documents WHERE starts_with(id, $1)`,
    [idPrefix],
  );
  return new Map(rows.map((row) => [row.id, row.contentHash]));
}

async function writeDocuments(client: PoolClient, documents: readonly DocumentRecord[]): Promise<void> {
  if (documents.length === 0) return;
  await client.query(
    `INSERT INTO documents (id, title, url, content_hash)
     SELECT id, title, url, "contentHash"
       FROM jsonb_to_recordset($1) AS d (id text, title text, url text, "contentHash" text)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, url = excluded.url,
       content_hash = excluded.content_hash, updated_at = now()`,
    [JSON.stringify(documents.map(({ passages: _, ...document }) => document))],
  );
  await client.query("DELETE FROM passages WHERE document_id = ANY($1)", [
    documents.map((document) => document.id),
  ]);
  const passages = documents.flatMap((document) =>
    document.passages.map((passage, position) => ({
      ...passage,
      id: passageId(document, position),
      document: document.id,
      position,
    })),
  );
  await client.query(
    `INSERT INTO passages (id, document_id, position, title, headings, anchor, text)
     SELECT id, document, position, title, headings, anchor, text
       FROM jsonb_to_recordset($1) AS p
            (id text, document text, position int, title text, headings text[], anchor text, text text)`,
    [JSON.stringify(passages)],
  );
}

/** Stays the same while the heading does, so that records of old turns still name it; a second piece is numbered. */
function passageId(document: DocumentRecord, position: number): string {
  const { anchor } = document.passages[position] ?? { anchor: "" };
  const piece = document.passages.slice(0, position).filter((passage) => passage.anchor === anchor).length;
  return `${document.id}${anchor === "" ? "" : `#${anchor}`}${piece === 0 ? "" : `:${piece + 1}`}`;
}

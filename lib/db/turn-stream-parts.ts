import "server-only";
import { getPool } from "./pool";

/** One batch of a turn's stream: server-sent events, ready to send. */
export type StreamBatch = { readonly turnId: string; readonly sequence: number; readonly frames: string };

const INSERT = {
  name: "insert-stream-parts",
  text: `
    WITH durability AS (SELECT set_config('synchronous_commit', 'off', true))
    INSERT INTO turn_stream_parts (turn_id, sequence, frames)
    SELECT b.* FROM durability, unnest($1::uuid[], $2::int[], $3::text[]) AS b
    ON CONFLICT DO NOTHING`,
};

/**
 * Stores batches of any number of turns in one statement. The commit does not wait for the disk: what a crash of this
 * process leaves is complete, and what a crash of the whole machine may lose is less than a second of an answer.
 */
export async function insertStreamBatches(batches: readonly StreamBatch[]): Promise<void> {
  const turnIds = batches.map((batch) => batch.turnId);
  const sequences = batches.map((batch) => batch.sequence);
  const frames = batches.map((batch) => batch.frames);
  await getPool().query({ ...INSERT, values: [turnIds, sequences, frames] });
}

/**
 * Stores a batch behind all that a turn has, whoever else is writing: one of two under the same number would be lost, and
 * this one is the end.
 */
export async function appendStreamBatch(turnId: string, frames: string): Promise<void> {
  for (let isStored = false; !isStored; ) {
    const { rowCount } = await getPool().query(
      `INSERT INTO turn_stream_parts (turn_id, sequence, frames)
       SELECT $1, coalesce(max(sequence), -1) + 1, $2 FROM turn_stream_parts WHERE turn_id = $1
       ON CONFLICT DO NOTHING`,
      [turnId, frames],
    );
    isStored = rowCount === 1;
  }
}

const FIND_FROM = {
  name: "find-stream-parts",
  text: `SELECT turn_id AS "turnId", sequence, frames FROM turn_stream_parts
          WHERE turn_id = $1 AND sequence >= $2 ORDER BY sequence`,
};

/** The batches of a turn from a sequence number on, in order. */
export async function findStreamBatches(turnId: string, fromSequence = 0): Promise<StreamBatch[]> {
  const { rows } = await getPool().query<StreamBatch>({ ...FIND_FROM, values: [turnId, fromSequence] });
  return rows;
}

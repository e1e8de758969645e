import "server-only";
import { decompress } from "./compression";
import { getPool } from "./pool";

/** What went over the wire for one call; null where nothing did. */
export type AttemptBytes = {
  readonly attemptId: string;
  readonly request: Buffer | null;
  readonly response: Buffer | null;
};

type Row = { readonly id: string; readonly request: Buffer | null; readonly response: Buffer | null };

/** The exact bytes of a turn's calls, oldest first. */
export async function readAttemptBytes(turnId: string): Promise<AttemptBytes[]> {
  const { rows } = await getPool().query<Row>(
    "SELECT id, request_body AS request, response_body AS response FROM attempts WHERE turn_id = $1 ORDER BY id",
    [turnId],
  );
  return Promise.all(
    rows.map(async ({ id, request, response }) => ({
      attemptId: id,
      request: request === null ? null : await decompress(request),
      response: response === null ? null : await decompress(response),
    })),
  );
}

/** The exact bytes of one side of one call of a tenant; null when there are none. */
export async function findAttemptBody(
  attempt: { readonly id: string; readonly turnId: string; readonly tenantId: string },
  side: "request" | "response",
): Promise<Buffer | null> {
  const { rows } = await getPool().query<{ body: Buffer | null }>(
    `SELECT ${side === "request" ? "request_body" : "response_body"} AS body FROM attempts
      WHERE id = $1 AND turn_id = $2 AND tenant_id = $3`,
    [attempt.id, attempt.turnId, attempt.tenantId],
  );
  const body = rows[0]?.body ?? null;
  return body === null ? null : decompress(body);
}

import "server-only";
import { getPool } from "./pool";

/** How long people waited for the first word of one model's answers. */
export type TurnWait = { readonly model: string; readonly turns: number; readonly p95Ms: number };

/** The newest turns of a tenant by the model that answered; they are found from the end of the primary key. */
export async function readTurnWaits(tenantId: string, newestTurns: number): Promise<TurnWait[]> {
  const { rows } = await getPool().query<TurnWait>(
    `SELECT model_answered AS model, count(*)::int AS turns,
            percentile_disc(0.95) WITHIN GROUP (ORDER BY first_content_ms) AS "p95Ms"
       FROM (SELECT model_answered, first_content_ms FROM turns
              WHERE tenant_id = $1 ORDER BY id DESC LIMIT $2) AS newest
      WHERE model_answered IS NOT NULL AND first_content_ms IS NOT NULL
      GROUP BY model_answered`,
    [tenantId, newestTurns],
  );
  return rows;
}

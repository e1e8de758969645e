import "server-only";
import { newId } from "./ids";
import { getPool, type Queryable } from "./pool";

export type GuardSurface = "QUESTION" | "DOCUMENT" | "TEXT" | "REASONING" | "TOOL" | "ATTACHMENT";

/** What one guard thought of one text of a turn. The matched text itself is never kept. */
export type VerdictRow = {
  readonly turnId: string;
  readonly guard: string;
  readonly surface: GuardSurface;
  readonly verdict: "ALLOW" | "FLAG" | "REDACT" | "BLOCK";
  /** False in shadow mode. */
  readonly acted: boolean;
  readonly reason: string;
  readonly score: number | null;
  readonly start: number;
  readonly end: number;
  readonly withheldLength: number;
};

/** Stores verdicts, in one statement. */
export async function insertVerdicts(
  verdicts: readonly VerdictRow[],
  db: Queryable = getPool(),
): Promise<void> {
  if (verdicts.length === 0) return;
  await db.query(
    `INSERT INTO guard_verdicts (id, turn_id, guard, surface, verdict, acted, reason, score, start, "end", withheld_length)
     SELECT v.id::uuid, v."turnId"::uuid, v.guard, v.surface::guard_surface, v.verdict::verdict, v.acted, v.reason, v.score,
            v.start, v."end", v."withheldLength"
       FROM jsonb_to_recordset($1::jsonb) AS v (id text, "turnId" text, guard text, surface text, verdict text, acted boolean,
            reason text, score float8, start int, "end" int, "withheldLength" int)`,
    [JSON.stringify(verdicts.map((verdict) => ({ id: newId(), ...verdict })))],
  );
}

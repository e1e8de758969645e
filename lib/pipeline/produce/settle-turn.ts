import "server-only";
import { getLogger } from "@/lib/config/logger";
import { insertFlag } from "@/lib/db/flags";
import { insertVerdicts } from "@/lib/db/guard-verdicts";
import { closeTurn } from "@/lib/db/turns";
import type { AdmittedTurn } from "../turn";
import type { AnswerGate } from "./answer-gate";
import { answerVerdicts } from "./answer-verdicts";
import type { TurnRecord } from "./turn-record";

/** A database that restarts is back within these; what still is not written then is found at the next start. */
const RETRY_DELAYS_MS = [200, 1_000, 5_000, 20_000] as const;

/** Writes how a turn ended: verdicts, attempts, the answer as it was shown, and what it cost. */
export async function settleTurn(
  turn: AdmittedTurn,
  record: TurnRecord,
  gate: AnswerGate | null,
): Promise<void> {
  const verdicts = gate === null ? [] : answerVerdicts(turn.id, gate);
  record.withheldLength = verdicts.reduce((sum, verdict) => sum + verdict.withheldLength, 0);
  await record.attempts.settled();
  const closed = record.toClosedTurn();
  await retrying(async () => {
    await insertVerdicts(verdicts);
    const worst = gate?.worstVerdict ?? "allow";
    if (worst === "block" || worst === "flag") {
      const reason = verdicts.map((verdict) => `${verdict.guard}: ${verdict.reason}`).join(", ");
      const kind = worst === "block" ? "GUARD_BLOCK" : "GUARD_FLAG";
      await insertFlag({ tenantId: turn.viewer.tenantId, turnId: turn.id, kind, reason });
    }
    await closeTurn(closed);
  }, turn.id);
}

async function retrying(write: () => Promise<void>, turnId: string): Promise<void> {
  for (const delayMs of RETRY_DELAYS_MS) {
    try {
      return await write();
    } catch (error) {
      getLogger().warn({ error, turnId }, "turn could not be written yet");
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
  await write();
}

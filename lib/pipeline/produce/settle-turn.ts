import "server-only";
import { getLogger } from "@/lib/config/logger";
import { insertFlag } from "@/lib/db/flags";
import { insertVerdicts } from "@/lib/db/guard-verdicts";
import { closeTurn } from "@/lib/db/turns";
import type { AdmittedTurn } from "../turn";
import { forReview, reasonsOf } from "../verdict-rows";
import type { TurnRecord } from "./turn-record";

/** A database that restarts is back within these; what still is not written then is found at the next start. */
const RETRY_DELAYS_MS = [200, 1_000, 5_000, 20_000] as const;

/** Writes how a turn ended: verdicts, attempts, the answer as it was shown, and what it cost. */
export async function settleTurn(turn: AdmittedTurn, record: TurnRecord): Promise<void> {
  await record.settled();
  const closed = record.toClosedTurn();
  const verdicts = record.verdicts();
  const reviewed = forReview(verdicts);
  const kind = reviewed.some(({ verdict }) => verdict === "BLOCK") ? "GUARD_BLOCK" : "GUARD_FLAG";
  const flag = {
    tenantId: turn.viewer.tenantId,
    turnId: turn.id,
    kind,
    reason: reasonsOf(reviewed),
  } as const;
  await retrying(async () => {
    // Last: who finds the turn open tries all of it again.
    await insertVerdicts(verdicts);
    if (reviewed.length > 0) await insertFlag(flag);
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

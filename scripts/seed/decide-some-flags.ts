import { findFlags } from "@/lib/db/flag-queue";
import { getPool } from "@/lib/db/pool";
import { decideFlag } from "@/lib/review/decide-flag";

const TENANT = "default";
/** Newer ones wait, so that there is a queue to try. */
const KEPT_WAITING = 12;

const notes = ["Checked against the documents.", null, "Discussed with the team.", null] as const;

/** Decides the older flags of the demonstration, as its admin; without an admin all of them wait. */
export async function decideSomeFlags(): Promise<void> {
  const { rows } = await getPool().query<{ id: string }>("SELECT id FROM users WHERE role = 'ADMIN' LIMIT 1");
  const admin = rows[0];
  if (admin === undefined) return;
  const waiting = await findFlags(TENANT, { state: "open" }, 1_000);
  for (const [index, flag] of waiting.slice(KEPT_WAITING).entries()) {
    const decision = index % 4 === 3 ? "WRONG" : "RIGHT";
    const note = notes[index % notes.length] ?? null;
    await decideFlag({ userId: admin.id, tenantId: TENANT }, { flagId: flag.id, decision, note });
  }
}

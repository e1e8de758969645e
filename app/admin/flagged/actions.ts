"use server";

import { z } from "zod";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import { flagDecisions, MAX_NOTE_LENGTH } from "@/lib/protocol/review/flag-list";
import { decideFlag } from "@/lib/review/decide-flag";
import { runAdminAction } from "../run-action";

const decisionSchema = z.strictObject({
  flagId: z.uuid(),
  /** null takes a decision back. */
  decision: z.enum(flagDecisions).nullable(),
  note: z
    .string()
    .max(MAX_NOTE_LENGTH)
    .transform((note) => (note.trim() === "" ? null : note.trim().replaceAll("\0", "").toWellFormed())),
});

/** Decides a flag, or takes a decision back. */
export async function decide(input: z.input<typeof decisionSchema>): Promise<ActionResult> {
  return runAdminAction(decisionSchema, input, decideFlag);
}

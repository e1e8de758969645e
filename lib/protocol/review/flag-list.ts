import { z } from "zod";
import type { FlagRecord } from "./turn-record";

export const flagKinds = ["GUARD_BLOCK", "GUARD_FLAG", "FEEDBACK", "REPORT"] as const;

export const flagDecisions = ["RIGHT", "WRONG"] as const;

export const MAX_NOTE_LENGTH = 2_000;

/** The queue, or what was decided, as it stands in the address; what makes no sense is left out. */
export const flagFilterSchema = z.object({
  state: z.enum(["open", "decided"]).catch("open"),
  kind: z.enum(flagKinds).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

export type FlagFilter = z.infer<typeof flagFilterSchema>;

/** A flag as a reviewer sees it: enough of the turn to decide by. */
export type FlagLine = FlagRecord & {
  readonly turnId: string;
  readonly userName: string | null;
  readonly question: string;
  readonly answer: string;
};

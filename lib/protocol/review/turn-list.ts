import { z } from "zod";
import { noticeCodes } from "../notice";
import { periodNames } from "./overview";

export const turnStatuses = ["RUNNING", "COMPLETED", "STOPPED", "INTERRUPTED", "FAILED", "BLOCKED"] as const;

export type TurnStatus = (typeof turnStatuses)[number];

const text = z.string().trim().min(1).max(200);
const date = z.iso.date();

/**
 * What the list of turns is narrowed to, as it stands in the address. What makes no sense is left out, so that an old
 * or mistyped address still shows a list.
 */
export const turnFilterSchema = z.object({
  q: text.optional().catch(undefined),
  period: z.enum(periodNames).optional().catch(undefined),
  /** Days in UTC, both inclusive; they win over `period`. */
  from: date.optional().catch(undefined),
  to: date.optional().catch(undefined),
  /** A person's id, e-mail address, or part of their name. */
  user: text.optional().catch(undefined),
  /** `provider/model`. */
  model: text.optional().catch(undefined),
  status: z.enum(turnStatuses).optional().catch(undefined),
  notice: z.enum(noticeCodes).optional().catch(undefined),
  /** USD. */
  minCost: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,9})?$/)
    .optional()
    .catch(undefined),
  /** Seconds for the whole answer. */
  minSeconds: z.coerce.number().positive().max(100_000).optional().catch(undefined),
  /** The turn below which the page begins. */
  after: z.uuid().optional().catch(undefined),
});

export type TurnFilter = z.infer<typeof turnFilterSchema>;

/** A turn as the list shows it. Money is nano-dollars. */
export type TurnLine = {
  readonly id: string;
  readonly createdAt: Date;
  readonly status: TurnStatus;
  readonly userId: string;
  /** Null when the account is gone. */
  readonly userName: string | null;
  readonly question: string;
  readonly modelAnswered: string | null;
  readonly notices: readonly string[];
  readonly costNanos: bigint | null;
  readonly firstContentMs: number | null;
  readonly durationMs: number | null;
};

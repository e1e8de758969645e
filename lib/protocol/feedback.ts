import { z } from "zod";

/** The longest reason a person may give, in characters. */
export const MAX_REASON_LENGTH = 2_000;

const reasonSchema = z
  .string()
  .trim()
  .max(MAX_REASON_LENGTH)
  .refine((reason) => !reason.includes("\0"), "holds a character that can't be stored")
  .transform((reason) => reason.toWellFormed());

/** Body of POST /api/turns/[id]/feedback; a rating of null takes it back. */
export const feedbackSchema = z.strictObject({
  rating: z.enum(["up", "down"]).nullable(),
  reason: reasonSchema.optional(),
});

/** Body of POST /api/turns/[id]/report. */
export const reportSchema = z.strictObject({ reason: reasonSchema });

export type Rating = "up" | "down";
export type Feedback = z.infer<typeof feedbackSchema>;

import { z } from "zod";

/** The largest body of POST /api/chat, in bytes; larger ones are answered with 413 before they are read whole. */
export const MAX_REQUEST_BYTES = 256 * 1024;

/** Ids of chats, messages and requests: chosen by the browser, so one letter set and a bound. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 letters, digits, _ or -");

/** Text as it can be stored: no NUL, no half of a surrogate pair. */
const textSchema = z
  .string()
  .min(1)
  .refine((text) => !text.includes("\0"), "holds a character that can't be stored")
  .transform((text) => text.toWellFormed());

const textPartSchema = z.strictObject({ type: z.literal("text"), text: textSchema });

/** Ids of files: UUIDs, which may be written in either case. */
export const attachmentIdSchema = z.uuid().transform((id) => id.toLowerCase());

/** A file that was uploaded before, by the id that POST /api/attachments answered with. */
const attachmentPartSchema = z.strictObject({ type: z.literal("data-attachment"), id: attachmentIdSchema });

/** Body of POST /api/chat. Unknown fields are refused: a typo must not be silently ignored. */
export const chatRequestSchema = z.strictObject({
  id: idSchema,
  message: z.strictObject({
    id: idSchema,
    role: z.literal("user"),
    parts: z
      .array(z.discriminatedUnion("type", [textPartSchema, attachmentPartSchema]))
      .min(1)
      .max(16),
  }),
  /** The message that the question continues: the current leaf when absent, none (a new beginning) when null. */
  parentId: idSchema.nullable().optional(),
  regenerate: idSchema.optional(),
  model: z.string().min(1).max(128).optional(),
});

export type ChatRequest = z.infer<typeof chatRequestSchema>;

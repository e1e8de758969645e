import { z } from "zod";

/** The longest title a person may give a chat, in characters. */
export const MAX_TITLE_LENGTH = 200;

/** A chat in a person's history. Times are ISO 8601. */
export type ListedChat = {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: string;
  readonly isPinned: boolean;
};

/** Body of PATCH /api/chat/[id]: at least one change. `deleted: false` takes a deletion back. */
export const chatChangeSchema = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1)
      .max(MAX_TITLE_LENGTH)
      .refine((title) => !title.includes("\0"), "holds a character that can't be stored")
      .transform((title) => title.toWellFormed())
      .optional(),
    pinned: z.boolean().optional(),
    deleted: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "must change something");

import { z } from "zod";

/** A message's content in all three formats: a string, or parts of which some carry text. */
export const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))])
  .nullish();

export function readTexts(content: z.infer<typeof contentSchema>): string[] {
  if (content === null || content === undefined) return [];
  if (typeof content === "string") return [content];
  return content.flatMap((part) => part.text ?? []);
}

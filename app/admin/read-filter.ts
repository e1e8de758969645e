import "server-only";
import type { z } from "zod";

/** The filter that stands in an address. Empty fields of a form count as not given, and of repeated ones the first. */
export function readFilter<Schema extends z.ZodType>(
  schema: Schema,
  searchParams: Readonly<Record<string, string | string[] | undefined>>,
): z.output<Schema> {
  const given = Object.entries(searchParams).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    // PostgreSQL takes no NUL.
    const text = first?.replaceAll("\0", "").toWellFormed();
    return text === undefined || text === "" ? [] : [[name, text] as const];
  });
  return schema.parse(Object.fromEntries(given));
}

import type { z } from "zod";

/** What is wrong with a line of the input; its `id` where it has one. */
export type BadLine = {
  readonly line: number;
  readonly id?: string | number;
  readonly error: { readonly code: "bad_line"; readonly message: string };
};

/** Reads one line of JSONL as a row, or says what is wrong with it; never with what stands in it. */
export function parseLine<T extends object>(schema: z.ZodType<T>, line: string, number: number): T | BadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { line: number, error: { code: "bad_line", message: `line ${number} is not JSON` } };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { id } = (value ?? {}) as { id?: unknown };
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "row"}: ${message}`);
  return {
    line: number,
    ...((typeof id === "string" || typeof id === "number") && { id }),
    error: { code: "bad_line", message: `line ${number} is no row: ${wrong.join("; ")}` },
  };
}

import "server-only";
import type { LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { z } from "zod";
import { structuredOutput } from "@/lib/config/structured-output";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";

type Options = Omit<LanguageModelV4CallOptions, "responseFormat">;

/** What a model wrote: a value, or why it is none. */
type Written<T> = { readonly text: string } & (
  | { readonly isValue: true; readonly value: T }
  | { readonly isValue: false; readonly reason: string }
);

/** No value that fits the schema came, however often the model was asked. */
export class NoValue extends Error {
  constructor(reason: string) {
    super(`The model gave no value of the schema: ${reason}.`);
    this.name = "NoValue";
  }
}

/**
 * Asks a model for a value of a schema. Its answer is read character by character by the output guard, which takes away
 * a fence around it and stops the call where it can no longer become a value; it is then asked once more, and told what
 * was wrong. Each call is an attempt of whoever observes the model.
 * @throws NoValue when none fits, and whatever the model throws
 */
export async function askForValue<T>(
  model: LanguageModelV4,
  schema: z.ZodType<T>,
  options: Options,
): Promise<T> {
  let { prompt } = options;
  let reason = "";
  for (let tries = 0; tries < structuredOutput.maxTries; tries++) {
    const written = await read(model, schema, { ...options, prompt });
    if (written.isValue) return written.value;
    reason = written.reason;
    const complaint = structuredOutput.complaint.replace("{reason}", reason);
    prompt = [
      ...prompt,
      // Providers refuse a message without any text.
      { role: "assistant", content: [{ type: "text", text: written.text || "…" }] },
      { role: "user", content: [{ type: "text", text: complaint }] },
    ];
  }
  throw new NoValue(reason);
}

async function read<T>(model: LanguageModelV4, schema: z.ZodType<T>, options: Options): Promise<Written<T>> {
  const guard = createOutputGuard({ surface: "tool", schema });
  const responseFormat = {
    type: "json",
    schema: z.toJSONSchema(schema),
  } as LanguageModelV4CallOptions["responseFormat"];
  const { stream } = await model.doStream({ ...options, ...(responseFormat && { responseFormat }) });
  const reader = stream.getReader();
  let text = "";
  let shown = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (next.value.type === "error") throw next.value.error;
    if (next.value.type !== "text-delta") continue;
    text += next.value.delta;
    shown += guard.push(next.value.delta);
    if (guard.verdict === "block") await reader.cancel();
  }
  shown += guard.flush();
  if (guard.verdict === "block")
    return { text, isValue: false, reason: guard.findings.at(-1)?.reason ?? "withheld" };
  const value = readValue(schema, shown);
  return value.success
    ? { text, isValue: true, value: value.data }
    : { text, isValue: false, reason: "withheld" };
}

/** A placeholder in the place of a number leaves no JSON. */
function readValue<T>(
  schema: z.ZodType<T>,
  shown: string,
): z.ZodSafeParseResult<T> | { readonly success: false } {
  try {
    return schema.safeParse(JSON.parse(shown));
  } catch {
    return { success: false };
  }
}

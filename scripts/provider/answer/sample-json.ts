import { z } from "zod";

const schemaSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  minimum: z.number().optional(),
});

type Schema = z.infer<typeof schemaSchema>;

/** A small value that fits a JSON schema, so that callers who ask for structured output get some. */
export function sampleJson(schema: unknown): unknown {
  const parsed = schemaSchema.safeParse(schema);
  if (!parsed.success) return null;
  const { anyOf, enum: choices, const: constant, type } = parsed.data;
  if (constant !== undefined) return constant;
  if (choices) return choices[0];
  if (anyOf) return sampleJson(anyOf[0]);
  return sampleOfType(Array.isArray(type) ? type[0] : type, parsed.data);
}

function sampleOfType(type: string | undefined, schema: Schema): unknown {
  switch (type) {
    case "string":
      return "sample";
    case "integer":
    case "number":
      return schema.minimum ?? 0;
    case "boolean":
      return false;
    case "null":
      return null;
    case "array":
      return Array.from({ length: schema.minItems ?? 1 }, () => sampleJson(schema.items));
    default:
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sampleJson(property)]),
      );
  }
}

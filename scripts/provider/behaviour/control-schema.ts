import { z } from "zod";
import { endpoints, targets } from "@/scripts/provider/address";

const count = z.int().min(0);
const milliseconds = z.number().min(0).max(86_400_000);

const pattern = z.string().refine(isPattern, "is not a regular expression");

const latencySchema = z.union([
  milliseconds,
  z.tuple([milliseconds, milliseconds]).refine(([min, max]) => min <= max, "must be [min, max]"),
  z
    .strictObject({ medianMs: milliseconds.min(1), p99Ms: milliseconds.min(1), seed: z.int().optional() })
    .refine((spread) => spread.medianMs <= spread.p99Ms, "p99Ms must not be below medianMs"),
]);

const answerSchema = z.union([
  z.string(),
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("believable") }),
    z.strictObject({ kind: z.literal("echo") }),
    z.strictObject({ kind: z.literal("lorem"), tokens: count.max(200_000) }),
    z.strictObject({ kind: z.literal("script"), answers: z.array(z.string()).min(1) }),
    z.strictObject({
      kind: z.literal("match"),
      rules: z.array(z.strictObject({ pattern, answer: z.string() })).min(1),
      otherwise: z.string().optional(),
    }),
    z.strictObject({ kind: z.literal("tool-call"), name: z.string().min(1), arguments: z.unknown() }),
  ]),
]);

const splitSchema = z.union([
  z.enum(["tokens", "characters"]),
  z.strictObject({ every: count.min(1) }),
  z.strictObject({ pieces: z.array(z.string().min(1)).min(1) }),
]);

const occurrence = {
  times: count.min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
  seed: z.int().optional(),
};

const faultSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.int().min(400).max(599),
    retryAfterSeconds: z.number().min(0).nullable().optional(),
    message: z.string().optional(),
    code: z.string().optional(),
    ...occurrence,
  }),
  z.strictObject({
    kind: z.literal("hang"),
    at: z.union([z.enum(["before-headers", "after-headers"]), count]).default("before-headers"),
    ...occurrence,
  }),
  z.strictObject({ kind: z.literal("cut"), afterDeltas: count.default(5), ...occurrence }),
  z.strictObject({ kind: z.literal("malformed"), afterDeltas: count.default(5), ...occurrence }),
  z.strictObject({
    kind: z.literal("error-event"),
    afterDeltas: count.default(5),
    message: z.string().optional(),
    ...occurrence,
  }),
  z.strictObject({ kind: z.literal("html"), ...occurrence }),
  z.strictObject({ kind: z.literal("refusal"), text: z.string().optional(), ...occurrence }),
  z.strictObject({ kind: z.literal("length"), afterDeltas: count.optional(), ...occurrence }),
]);

const usageSchema = z.union([
  z.enum(["present", "missing"]),
  z.strictObject({
    inputTokens: z.number().optional(),
    cachedInputTokens: z.number().optional(),
    cacheWriteTokens: z.number().optional(),
    outputTokens: z.number().optional(),
    reasoningTokens: z.number().optional(),
  }),
]);

const settings = {
  latencyMs: latencySchema.optional(),
  tokensPerSecond: z.number().min(0).max(1_000_000).optional(),
  answer: answerSchema.optional(),
  split: splitSchema.optional(),
  reasoning: z.string().optional(),
  fault: z.union([z.null(), faultSchema, z.array(faultSchema)]).optional(),
  usage: usageSchema.optional(),
  answeringModel: z.string().min(1).nullable().optional(),
  systemFingerprint: z.string().nullable().optional(),
};

/** What a model, an endpoint, a provider or all of them do. Whatever is left out is taken from the wider scope. */
export const settingsSchema = z.strictObject(settings);

/** Body of POST /control. Unknown fields are refused: a typo must not make a test pass. */
export const controlSchema = z.strictObject({
  target: z.enum(targets).default("default"),
  endpoint: z.enum(endpoints).optional(),
  model: z.string().min(1).optional(),
  /** Forgets what was set before: of this scope, or of all when the body names no scope. */
  reset: z.boolean().optional(),
  ...settings,
});

export type Settings = z.input<typeof settingsSchema>;
export type ControlInput = z.input<typeof controlSchema>;

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "iu");
    return true;
  } catch {
    return false;
  }
}

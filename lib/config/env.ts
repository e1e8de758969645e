import "server-only";
import { z } from "zod";

/** A whole number; every way to miss it gets the same sentence. */
function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** One of a few words. */
function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `must be one of ${words.join(", ")}` });
}

const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) URL" });

/** USD per million tokens as `input/output`, e.g. `0.15/0.60`; `0/0` says that it costs nothing. */
const pricePair = z
  .string()
  .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, "must be input/output in USD per million tokens, e.g. 0.15/0.60");

/** `person@example.com` or `Name <person@example.com>`. */
const sender = z
  .string()
  .regex(/^([^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, "must be an e-mail address");

const schema = z
  .object({
    NODE_ENV: oneOf(["development", "production", "test"]).default("development"),
    PORT: wholeNumber(0, 65_535).default(3000),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" }).optional(),
    DATA_DIR: z.string().default(".data"),
    APP_URL: httpUrl.optional(),
    AUTH_SECRET: z.string().optional(),
    ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
    ADMIN_PASSWORD: z.string().min(12, "must have at least 12 characters").optional(),
    OPENAI_API_KEY: z.string().optional(),
    OPENAI_BASE_URL: httpUrl.optional(),
    ANTHROPIC_API_KEY: z.string().optional(),
    ANTHROPIC_BASE_URL: httpUrl.optional(),
    COMPATIBLE_BASE_URL: httpUrl.optional(),
    COMPATIBLE_API_KEY: z.string().optional(),
    COMPATIBLE_MODEL: z.string().optional(),
    COMPATIBLE_PRICE: pricePair.optional(),
    COMPATIBLE_IMAGES: oneOf(["yes", "no"]).default("no"),
    MODEL_CHAIN: z.string().optional(),
    TRANSFORMER_JUDGE_URL: httpUrl.optional(),
    TRANSFORMER_JUDGE_KEY: z.string().optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }).optional(),
    MAIL_FROM: sender.optional(),
    GITHUB_CLIENT_ID: z.string().optional(),
    GITHUB_CLIENT_SECRET: z.string().optional(),
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
    TRUSTED_PROXY_HOPS: wholeNumber(0, 16).default(0),
    LOG_LEVEL: oneOf(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  })
  .superRefine((env, context) => {
    const problem = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    if (env.NODE_ENV === "production" && env.AUTH_SECRET !== undefined && env.AUTH_SECRET.length < 32) {
      problem(
        "AUTH_SECRET",
        "is too short for production: set 32 characters or more, e.g. from `openssl rand -base64 32`",
      );
    }
    const needs = (name: keyof typeof env, beside: keyof typeof env) => {
      if (env[name] === undefined && env[beside] !== undefined) problem(name, `must be set beside ${beside}`);
    };
    needs("MAIL_FROM", "SMTP_URL");
    if (env.SMTP_URL !== undefined && env.APP_URL === undefined)
      problem("APP_URL", "must be set beside SMTP_URL: the links in mails lead there");
    needs("GITHUB_CLIENT_SECRET", "GITHUB_CLIENT_ID");
    needs("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET");
    needs("GOOGLE_CLIENT_SECRET", "GOOGLE_CLIENT_ID");
    needs("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET");
    needs("TRANSFORMER_JUDGE_URL", "TRANSFORMER_JUDGE_KEY");
    needs("COMPATIBLE_MODEL", "COMPATIBLE_BASE_URL");
    if (env.COMPATIBLE_BASE_URL !== undefined) {
      if (env.COMPATIBLE_PRICE === undefined) {
        problem(
          "COMPATIBLE_PRICE",
          "must be set beside COMPATIBLE_BASE_URL; 0/0 says that the server costs nothing",
        );
      }
    }
  });

/** The names of the variables that Parapet knows. */
export const envNames: readonly string[] = Object.keys(schema.shape);

export type Env = Readonly<z.infer<typeof schema>>;

/** The environment does not describe a Parapet that can run: `problems` holds one sentence for each fault. */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "EnvError";
    this.problems = problems;
  }
}

/**
 * Reads and checks the variables that Parapet knows; others are left alone. An empty string counts as unset.
 * @throws EnvError naming every problem at once.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  throw new EnvError(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
}

let cached: Env | undefined;

/** The process's environment, parsed once. @throws EnvError */
export function getEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

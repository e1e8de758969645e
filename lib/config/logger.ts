import "server-only";
import pino, { type Logger } from "pino";
import { getEnv } from "./env";

let logger: Logger | undefined;

/** Structured log on stdout. What people write and what models answer is in the database, never in the log. */
export function getLogger(): Logger {
  logger ??= pino({
    level: getEnv().LOG_LEVEL,
    base: null,
    serializers: { error: pino.stdSerializers.err },
    redact: [
      "headers.authorization",
      "headers.cookie",
      'headers["x-api-key"]',
      "error.requestBodyValues",
      "error.responseBody",
    ],
  });
  return logger;
}

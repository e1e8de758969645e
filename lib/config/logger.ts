import "server-only";
import pino from "pino";
import { getEnv } from "./env";

/** Structured log on stdout. What people write and what models answer is in the database, never in the log. */
export const logger = pino({
  level: getEnv().LOG_LEVEL,
  base: null,
  serializers: { error: pino.stdSerializers.err },
  redact: ["headers.authorization", "headers.cookie", 'headers["x-api-key"]', "error.requestBodyValues", "error.responseBody"],
});

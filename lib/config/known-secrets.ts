import "server-only";
import type { Env } from "./env";

const MIN_LENGTH = 8;

/** The app's own secrets, as they stand in its environment: no answer may ever hold one. */
export function knownSecrets(env: Env): readonly string[] {
  const database =
    env.DATABASE_URL === undefined ? "" : decodeURIComponent(new URL(env.DATABASE_URL).password);
  const values = [
    env.AUTH_SECRET,
    env.ADMIN_PASSWORD,
    env.OPENAI_API_KEY,
    env.ANTHROPIC_API_KEY,
    env.COMPATIBLE_API_KEY,
    database,
  ];
  // Shorter ones would be found in ordinary words.
  return values.filter((value) => value !== undefined && value.length >= MIN_LENGTH) as string[];
}

import "server-only";
import type { Env } from "./env";

const MIN_LENGTH = 8;
const secretName = /(?:_KEY|_SECRET|_PASSWORD|_TOKEN)$/;

/**
 * The app's own secrets, as they stand in its environment: no answer may ever hold one. They are known by their names'
 * endings, so that a new variable is none that was forgotten, and in addresses by their place.
 */
export function knownSecrets(env: Env): readonly string[] {
  const values = Object.entries(env).flatMap(([name, value]) => {
    if (typeof value !== "string") return [];
    return secretName.test(name) ? [value] : passwordsIn(value);
  });
  // Shorter ones would be found in ordinary words.
  return [...new Set(values)].filter((value) => value.length >= MIN_LENGTH);
}

/** The password of an address, as it stands there and as it is meant. */
function passwordsIn(value: string): string[] {
  if (!URL.canParse(value)) return [];
  const { password } = new URL(value);
  return [password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign of its own: the address means it as it stands.
    return text;
  }
}

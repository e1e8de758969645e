import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readRecord } from "../setup/file-lock.mjs";
import { writeFileAtomically } from "../setup/project.mjs";

/** The secret that signs sessions: generated once and kept in DATA_DIR/secrets.json, for its owner's eyes only. */
export function readOrMakeAuthSecret(dataDir: string): string {
  const path = join(dataDir, "secrets.json");
  const known = readRecord(path);
  if (
    known &&
    "authSecret" in known &&
    typeof known.authSecret === "string" &&
    known.authSecret.length >= 32
  ) {
    return known.authSecret;
  }
  const authSecret = randomBytes(32).toString("base64url");
  writeFileAtomically(path, JSON.stringify({ authSecret }), 0o600);
  return authSecret;
}

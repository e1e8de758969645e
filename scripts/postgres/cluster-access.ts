import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readRecord } from "../setup/file-lock.mjs";
import { writeFileAtomically } from "../setup/project.mjs";

/** The embedded cluster's only role, its superuser. */
export const DATABASE_USER = "parapet";

/** How the embedded database is reached; kept in DATA_DIR/postgres.json. */
export type ClusterAccess = { readonly port: number; readonly password: string };

export function readClusterAccess(dataDir: string): ClusterAccess | null {
  const record = readRecord(join(dataDir, "postgres.json"));
  if (record === null || !("port" in record) || !("password" in record)) return null;
  const { port, password } = record;
  return typeof port === "number" && typeof password === "string" ? { port, password } : null;
}

export function writeClusterAccess(dataDir: string, access: ClusterAccess): void {
  writeFileAtomically(join(dataDir, "postgres.json"), JSON.stringify(access), 0o600);
}

export function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

export function databaseUrl(port: number, password: string, name: string): string {
  return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${name}`;
}

import { Client } from "pg";
import { errorCode } from "./launch-problem";

const TIMEOUT_MS = 5_000;

/** The problems of reaching the database that DATABASE_URL names. Its password is never part of a sentence. */
export async function checkDatabase(connectionString: string): Promise<string[]> {
  const client = new Client({ connectionString, connectionTimeoutMillis: TIMEOUT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    await client.end();
    return [];
  } catch (error) {
    return [`DATABASE_URL: ${explain(error, new URL(connectionString))}`];
  }
}

function explain(error: unknown, url: URL): string {
  const server = `${url.hostname || "localhost"}:${url.port || "5432"}`;
  const user = decodeURIComponent(url.username) || "(none)";
  const database = decodeURIComponent(url.pathname.slice(1)) || user;
  switch (errorCode(error)) {
    case "ECONNREFUSED":
      return `nothing answers at ${server}; start PostgreSQL there, or unset DATABASE_URL to use the embedded one.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host ${url.hostname} is not known; check the name.`;
    case "28P01":
      return `PostgreSQL at ${server} refused the password of the user ${user}.`;
    case "28000":
      return `PostgreSQL at ${server} does not let the user ${user} in.`;
    case "3D000":
      return `the database ${database} does not exist at ${server}; make it with: createdb ${database}.`;
    default:
      if (error instanceof Error && /timeout/.test(error.message))
        return `nothing answers at ${server} within ${TIMEOUT_MS / 1_000} s.`;
      return `PostgreSQL at ${server} cannot be used: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

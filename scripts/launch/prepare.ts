import { Client } from "pg";
import { migrate } from "../migrate/migrate";
import { MigrationFailure } from "../migrate/migration-failure";
import type { PreparationMessage } from "./preparation";

/** Any number that nothing else locks; scripts/migrate and lib/db have others. */
const LOCK_KEY = 7_263_402;

/** Migrates, then, while the server already starts, indexes knowledge/ and creates the first admin. */
async function prepare(databaseUrl: string): Promise<void> {
  // Of several servers that start at once on a database, each prepares it after the other. Ends with the connection.
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  await lock.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
  await send({ type: "migrated", ...(await migrate(databaseUrl)) });
  // Loaded only now, so that the server does not wait for it.
  const { createFirstAdmin } = await import("@/lib/auth/create-first-admin");
  const { indexDocuments } = await import("@/lib/knowledge/index-documents");
  const { getChain } = await import("@/lib/models/get-chain");
  const documents = await indexDocuments();
  const admin = await createFirstAdmin();
  await send({ type: "prepared", documents, admin, models: getChain().map(({ id }) => id) });
}

function send(message: PreparationMessage): Promise<void> {
  return new Promise((settle) => {
    if (process.send) process.send(message, undefined, {}, () => settle());
    else settle();
  });
}

// The launcher is gone: nobody needs this any more.
process.once("disconnect", () => process.exit(1));

prepare(process.env.DATABASE_URL ?? "")
  .catch(async (error: unknown) => {
    if (!(error instanceof MigrationFailure)) throw error;
    await send({ type: "failed", problems: [error.message] });
  })
  .then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );

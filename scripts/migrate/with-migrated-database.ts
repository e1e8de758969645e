import { closePool } from "@/lib/db/pool";
import { migrate } from "./migrate";
import { withDatabase } from "./with-database";

/** Calls `work` with the application's own connection to the database, which has every migration then. */
export function withMigratedDatabase(work: () => Promise<void>): Promise<void> {
  return withDatabase(async (databaseUrl) => {
    await migrate(databaseUrl);
    process.env.DATABASE_URL = databaseUrl;
    await work().finally(closePool);
  });
}

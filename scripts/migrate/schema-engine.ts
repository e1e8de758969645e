import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Pool } from "pg";

type Script = (pool: Pool, sql: string) => Promise<void>;

/**
 * Prisma's schema engine as WASM over node-postgres: no download, no process. It connects at once, so even comparing
 * two schemas needs a database. Free it when done.
 *
 * @param runScript runs a migration's SQL; the adapter's own way of splitting it at semicolons breaks function bodies
 */
export async function openSchemaEngine(
  connectionString: string,
  runScript: Script,
): Promise<glue.SchemaEngine> {
  await loadEngine();
  const factory = new PrismaPg({ connectionString, max: 1 });
  const wholeScripts: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = (sql) => runScript(adapter.underlyingDriver() as Pool, sql);
      return adapter;
    },
  };
  return glue.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(wholeScripts),
  );
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loading ??= instantiate();
  return loading;
}

/** What the package's own entry does with a bundler's WASM import. */
async function instantiate(): Promise<void> {
  const path = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(path), {
    "./schema_engine_bg.js": glue as never,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Pool } from "pg";

type RunScript = (pool: Pool, sql: string) => Promise<void>;

/**
 * Lends `work` Prisma's schema engine, as WASM over node-postgres: no download, no process. It connects at once, so
 * even comparing two schemas needs a database.
 *
 * @param runScript runs a migration's SQL; the adapter's own way of splitting it at semicolons breaks function bodies
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  runScript: RunScript,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const adapters: SqlDriverAdapter[] = [];
  const factory = new PrismaPg({ connectionString, max: 1 });
  const wholeScripts: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = (sql) => runScript(adapter.underlyingDriver() as Pool, sql);
      adapters.push(adapter);
      return adapter;
    },
  };
  const datamodels = { datamodels: undefined };
  const bound = bindMigrationAwareSqlAdapterFactory(wholeScripts);
  const engine = await glue.SchemaEngine.new(datamodels, () => undefined, bound);
  try {
    return await work(engine);
  } finally {
    engine.free();
    for (const adapter of adapters) await adapter.dispose();
  }
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loading ??= instantiate();
  return loading;
}

/** What the package's own entry does with a bundler's WASM import. */
async function instantiate(): Promise<void> {
  const resolve = createRequire(import.meta.url).resolve;
  const wasm = readFileSync(resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": withoutLingering(glue),
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The engine never clears the timer of its lock, which would keep a finished process alive for ten seconds. */
function withoutLingering(imports: object): WebAssembly.ModuleImports {
  const start = (callback: () => void, delayMs: number) => setTimeout(callback, delayMs >>> 0).unref();
  const entries = Object.entries(imports).map(([name, value]) => [
    name,
    name.startsWith("__wbg_setTimeout_") ? start : value,
  ]);
  return Object.fromEntries(entries);
}

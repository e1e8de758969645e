import { withSchemaEngine } from "./schema-engine";

/** The SQL that leads from one Prisma schema to another; from nothing when `from` is null. Empty when they agree. */
export async function diffSchemas(databaseUrl: string, from: string | null, to: string): Promise<string> {
  const noScripts = () => Promise.reject(new Error("Comparing schemas runs no SQL."));
  const { stdout } = await withSchemaEngine(databaseUrl, noScripts, (engine) =>
    engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", ...container(from) },
      to: { tag: "schemaDatamodel", ...container(to) },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout === null || stdout.startsWith("-- This is an empty migration") ? "" : stdout;
}

function container(content: string) {
  return { files: [{ path: "schema.prisma", content }] };
}

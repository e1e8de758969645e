import { Client } from "pg";

const inPublic = "n.nspname = 'public' AND c.relname <> '_prisma_migrations'";

/** Each query gives one line of text for each thing that the database's schema is made of. */
const queries = [
  `SELECT 'table ' || c.relname || ' kind ' || c.relkind::text || ' persistence ' || c.relpersistence::text
     || coalesce(' options ' || array_to_string(c.reloptions, ','), '')
     || coalesce(' partitioned by ' || pg_get_partkeydef(c.oid), '')
     || coalesce(' partition ' || pg_get_expr(c.relpartbound, c.oid), '')
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${inPublic} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')`,
  `SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
     || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
     || CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END
     || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE ${inPublic} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped`,
  `SELECT 'index ' || replace(replace(pg_get_indexdef(c.oid), 'public.', ''), ' ON ONLY ', ' ON ')
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = i.indrelid
    WHERE ${inPublic.replace("c.relname", "t.relname")} AND NOT t.relispartition`,
  `SELECT 'constraint ' || c.relname || '.' || k.conname || ' ' || pg_get_constraintdef(k.oid)
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${inPublic} AND NOT c.relispartition AND k.contype <> 'n'`,
  `SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
     FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname`,
  `SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'`,
  `SELECT 'search configuration ' || cfgname::text FROM pg_ts_config WHERE cfgnamespace = 'public'::regnamespace`,
  `SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal`,
  `SELECT 'function ' || p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
];

/** Everything in the database's public schema, one sorted line each, so that two databases can be compared. */
export async function readCatalog(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const lines: string[] = [];
    for (const query of queries) {
      const { rows } = await client.query<string[]>({ text: query, rowMode: "array" });
      lines.push(...rows.map(([line]) => line ?? ""));
    }
    return lines.sort();
  } finally {
    await client.end();
  }
}

import { reportProblem } from "./launch/report-problem";
import { describeStatus } from "./migrate/describe-status";
import { migrate } from "./migrate/migrate";
import { slug, writeNewMigration } from "./migrate/new-migration";
import { withDatabase } from "./migrate/with-database";

const usage =
  "Use npm run db:migrate to apply migrations, npm run db:migrate -- new NAME to write one, npm run db:migrate -- status.";

async function main([action, ...rest]: readonly string[]): Promise<number> {
  const name = rest.join(" ");
  if (action === undefined) return withDatabase(apply);
  if (action === "status" && name === "") return withDatabase(status);
  if (action === "new" && slug(name) !== "") return withDatabase((url) => write(url, name));
  console.error(usage);
  return 1;
}

async function apply(databaseUrl: string): Promise<number> {
  const { applied, edited } = await migrate(databaseUrl);
  for (const name of applied) console.log(`Applied ${name}.`);
  for (const name of edited) console.log(`Changed after it was applied: ${name}.`);
  if (applied.length === 0) console.log("Nothing to apply: the database has every migration.");
  return 0;
}

async function status(databaseUrl: string): Promise<number> {
  const { isCurrent, lines } = await describeStatus(databaseUrl);
  for (const line of lines) console.log(line);
  return isCurrent ? 0 : 1;
}

async function write(databaseUrl: string, name: string): Promise<number> {
  console.log(
    `Wrote ${await writeNewMigration(databaseUrl, name)}. Read it, then apply it with npm run db:migrate.`,
  );
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    reportProblem(error);
    process.exit(1);
  },
);

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles, nodeModules, projectNode, projectRoot, writeFileAtomically } from "./project.mjs";
import { runCommand, SetupProblem, say } from "./run-command.mjs";

const generated = join(projectRoot, "lib", "db", "generated");
const stamp = join(generated, ".stamp");
const sources = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"].map((path) =>
  join(projectRoot, path),
);

export function isClientGenerated() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashFiles(...sources);
}

/** Writes Prisma's client for prisma/schema.prisma into lib/db/generated. @throws SetupProblem */
export async function generateClient() {
  const hash = hashFiles(...sources);
  const prisma = join(nodeModules, "prisma", "build", "index.js");
  // Generating needs no engine, but without this the command wants to download one first. Any file will do.
  const environment = { PRISMA_SCHEMA_ENGINE_BINARY: projectNode, CHECKPOINT_DISABLE: "1" };
  const code = await runCommand(projectNode, [prisma, "generate"], { environment, output: "on failure" });
  if (code !== 0)
    throw new SetupProblem("Prisma could not generate the database client; its message is above.");
  writeFileAtomically(stamp, hash);
  say("Generated the database client.");
}

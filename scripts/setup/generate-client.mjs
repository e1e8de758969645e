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
  const code = await runCommand(projectNode, [join(nodeModules, "prisma", "build", "index.js"), "generate"], {
    // Generating needs no engine, but without this the command wants to download one first. Any file will do.
    PRISMA_SCHEMA_ENGINE_BINARY: projectNode,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
    NO_COLOR: "1",
  });
  if (code !== 0)
    throw new SetupProblem("Prisma could not generate the database client; its message is above.");
  writeFileAtomically(stamp, hash);
  say("Generated the database client.");
}

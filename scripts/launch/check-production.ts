import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/config/env";
import { projectRoot } from "../setup/project.mjs";

export const standaloneServer = join(projectRoot, ".next", "standalone", "server.js");

/** What must not go to production, beyond what the variables' own rules refuse. */
export function checkProduction(env: Env, faulty: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  if (env.DATABASE_URL !== undefined && env.AUTH_SECRET === undefined && !faulty.has("AUTH_SECRET")) {
    problems.push(
      "AUTH_SECRET must be set beside DATABASE_URL in production, because all servers on a database must share it: use 32 characters or more, e.g. from `openssl rand -base64 32`.",
    );
  }
  if (!existsSync(standaloneServer)) problems.push("There is no build to start: run `npm run build` first.");
  return problems;
}

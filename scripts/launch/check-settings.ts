import { resolveChain } from "@/lib/models/model-spec";
import { checkDatabase } from "./check-database";
import { checkPort } from "./check-port";
import { checkProduction } from "./check-production";
import type { Settings } from "./read-settings";

/** Everything that keeps these settings from working, told at once; what a faulty variable hides is not guessed at. */
export async function checkSettings({ command, env, faulty, problems }: Settings): Promise<string[]> {
  const chain = problems.length === 0 ? resolveChain(env) : { problems: [] };
  const found = await Promise.all([
    "problems" in chain ? chain.problems : [],
    faulty.has("PORT") || env.PORT === 0 ? [] : checkPort(env.PORT, command),
    env.DATABASE_URL === undefined ? [] : checkDatabase(env.DATABASE_URL),
    command === "start" ? checkProduction(env, faulty) : [],
  ]);
  return found.flat();
}

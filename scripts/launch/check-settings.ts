import type { Env } from "@/lib/config/env";
import { resolveChain } from "@/lib/models/model-spec";
import { checkDatabase } from "./check-database";
import { checkPort } from "./check-port";
import { checkProduction } from "./check-production";
import type { Settings } from "./read-settings";

/** Everything that keeps these settings from working, told at once; what a faulty variable hides is not guessed at. */
export async function checkSettings({ command, env, faulty }: Settings): Promise<string[]> {
  const found = await Promise.all([
    checkChain(env, faulty),
    faulty.has("PORT") || env.PORT === 0 ? [] : checkPort(env.PORT, command),
    env.DATABASE_URL === undefined ? [] : checkDatabase(env.DATABASE_URL),
    command === "start" ? checkProduction(env, faulty) : [],
  ]);
  return found.flat();
}

function checkChain(env: Env, faulty: ReadonlySet<string>): string[] {
  if ([...faulty].some((name) => /^(OPENAI|ANTHROPIC|COMPATIBLE|MODEL)_/.test(name))) return [];
  const chain = resolveChain(env);
  return "problems" in chain ? chain.problems : [];
}

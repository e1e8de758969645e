import "server-only";
import { EnvError, getEnv } from "@/lib/config/env";
import { type ModelSpec, resolveChain, resolveModel } from "./model-spec";

let chain: readonly ModelSpec[] | undefined;

/** The configured chain, resolved once. @throws EnvError naming every problem. */
export function getChain(): readonly ModelSpec[] {
  if (chain === undefined) {
    const resolved = resolveChain(getEnv());
    if ("problems" in resolved) throw new EnvError(resolved.problems);
    chain = resolved.chain;
  }
  return chain;
}

/** A single model by `provider/model`, for purposes beside the answer. @throws EnvError when it can't be used */
export function getModel(id: string): ModelSpec {
  const spec = resolveModel(id, getEnv());
  if (typeof spec === "string") throw new EnvError([spec]);
  return spec;
}

import "server-only";
import { type Env, EnvError, getEnv } from "@/lib/config/env";
import {
  type InputJudgePolicy,
  inputJudgePolicies,
  llmJudgeModel,
  moderationModel,
} from "@/lib/config/guardrails-input";
import { resolveClassifier } from "@/lib/models/classify";
import { resolveChain, resolveModel } from "@/lib/models/model-spec";

type Judge = keyof typeof inputJudgePolicies;

const resolvers: Readonly<Record<Judge, (env: Env) => object | string>> = {
  moderation: (env) => resolveModel(moderationModel, env),
  "llm-judge": resolveLlmJudge,
  transformer: resolveClassifier,
};

/** A model that answers is no judge: what fools the one fools the other. */
function resolveLlmJudge(env: Env): object | string {
  const resolved = resolveChain(env);
  const answers = "chain" in resolved && resolved.chain.some(({ id }) => id === llmJudgeModel);
  if (answers)
    return `Its model "${llmJudgeModel}" also answers: give llmJudgeModel one that MODEL_CHAIN does not name.`;
  return resolveModel(llmJudgeModel, env);
}

/**
 * Sees to it that every judge that is switched on can be asked. Without this it would fail with every question, which
 * `onError: "allow"` would hide.
 * @throws EnvError naming every judge that cannot
 */
export function assertJudges(
  policies: Readonly<Record<Judge, Pick<InputJudgePolicy, "mode">>> = inputJudgePolicies,
  env: Env = getEnv(),
): void {
  const problems = (Object.keys(resolvers) as Judge[]).flatMap((judge) => {
    const resolved = policies[judge].mode === "off" ? null : resolvers[judge](env);
    return typeof resolved === "string" ? [`The judge "${judge}" is switched on. ${resolved}`] : [];
  });
  if (problems.length > 0) throw new EnvError(problems);
}

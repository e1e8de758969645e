import { expect, it } from "vitest";
import { EnvError, parseEnv } from "@/lib/config/env";
import { inputJudgePolicies } from "@/lib/config/guardrails-input";
import { assertJudges } from "./assert-judges";

const mode = "shadow" as const;

function problemsOf(policies: Parameters<typeof assertJudges>[0], env: Record<string, string>) {
  try {
    assertJudges(policies, parseEnv(env));
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
}

it("asks for nothing while all judges are off", () => {
  expect(problemsOf(inputJudgePolicies, {})).toEqual([]);
});

it("names every judge that is on and cannot be asked", () => {
  const all = { moderation: { mode }, "llm-judge": { mode }, transformer: { mode } };
  expect(problemsOf(all, {})).toEqual([
    'The judge "moderation" is switched on. The model "openai/omni-moderation-latest" needs OPENAI_API_KEY.',
    'The judge "llm-judge" is switched on. The model "openai/gpt-5-nano" needs OPENAI_API_KEY.',
    'The judge "transformer" is switched on. The transformer needs TRANSFORMER_JUDGE_URL.',
  ]);
  const keys = { OPENAI_API_KEY: "x", TRANSFORMER_JUDGE_URL: "http://localhost:8080" };
  expect(problemsOf(all, { ...keys, MODEL_CHAIN: "openai/gpt-5,openai/gpt-5-nano" })).toEqual([
    'The judge "llm-judge" is switched on. Its model "openai/gpt-5-nano" also answers: give llmJudgeModel one that MODEL_CHAIN does not name.',
  ]);
  expect(problemsOf(all, { OPENAI_API_KEY: "x", TRANSFORMER_JUDGE_URL: "http://localhost:8080" })).toEqual(
    [],
  );
});

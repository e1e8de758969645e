import type { z } from "zod";
import type { Usage } from "@/scripts/provider/answer/answer";
import type { Question } from "@/scripts/provider/answer/question";
import { createReplier, type Reply } from "@/scripts/provider/answer/reply";
import type { Split } from "@/scripts/provider/answer/split-text";
import type { settingsSchema } from "./control-schema";
import { createFaults, type Fault } from "./fault";
import { createLatency } from "./latency";

/** Settings made ready to run. The functions carry what a setting remembers: seeds, counts, the place in a script. */
export type Behaviour = {
  readonly latencyMs: () => number;
  readonly tokensPerSecond: number;
  readonly answer: (question: Question) => Reply;
  readonly split: Split;
  readonly reasoning: string;
  readonly fault: () => Fault | null;
  readonly usage: "present" | "missing" | { readonly [Name in keyof Usage]?: number | undefined };
  readonly answeringModel: string | null;
  readonly systemFingerprint: string | null;
};

/** Only what was set is in the result, so that narrower scopes can be laid over wider ones. */
export function compileBehaviour(settings: z.infer<typeof settingsSchema>): Partial<Behaviour> {
  const { latencyMs, tokensPerSecond, answer, split, reasoning, fault, usage } = settings;
  const { answeringModel, systemFingerprint } = settings;
  return {
    ...(latencyMs !== undefined && { latencyMs: createLatency(latencyMs) }),
    ...(tokensPerSecond !== undefined && { tokensPerSecond }),
    ...(answer !== undefined && { answer: createReplier(answer) }),
    ...(split !== undefined && { split }),
    ...(reasoning !== undefined && { reasoning }),
    ...(fault !== undefined && { fault: createFaults(fault === null ? [] : [fault].flat()) }),
    ...(usage !== undefined && { usage }),
    ...(answeringModel !== undefined && { answeringModel }),
    ...(systemFingerprint !== undefined && { systemFingerprint }),
  };
}

import "server-only";
import type { InputJudgePolicy } from "@/lib/config/guardrails-input";

/** Whether a judge is asked about a text that the local guards gave a score, from 0 to 1. */
export function isWanted(
  { mode, greyBand }: Pick<InputJudgePolicy, "mode" | "greyBand">,
  score: number,
): boolean {
  return mode !== "off" && score >= greyBand.from && score <= greyBand.to;
}

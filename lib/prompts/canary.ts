import "server-only";
import { createHmac } from "node:crypto";

const CANARY_DIGITS = 20;

/**
 * A word that stands in the system prompt and nowhere else, so that an answer with it in has leaked the prompt. It
 * depends on the prompt's version and the app's secret: nobody can guess it, and a replayed turn has the same.
 */
export function canaryOf(promptVersionId: string, secret: string): string {
  const digest = createHmac("sha256", secret).update(`canary ${promptVersionId}`).digest("hex");
  return `PRT-${digest.slice(0, CANARY_DIGITS)}`;
}

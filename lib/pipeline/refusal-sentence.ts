import "server-only";
import { type Topic, topicPolicies } from "@/lib/config/guardrails-input";
import { sentences } from "@/lib/config/sentences";

/** What a person is told whose question a guard refused. Where they can turn to in need is said even so. */
export function refusalSentence(topics: readonly Topic[]): string {
  const help = topics
    .map((topic) => topicPolicies[topic])
    .filter(({ isForRefusals }) => isForRefusals === true);
  return [sentences.inputBlocked, ...help.map(({ notice }) => notice)].join(" ");
}

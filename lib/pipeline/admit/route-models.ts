import "server-only";
import { sentences } from "@/lib/config/sentences";
import { getChain } from "@/lib/models/get-chain";
import type { ModelSpec } from "@/lib/models/model-spec";
import { ChatError } from "@/lib/protocol/chat-error";

/**
 * The models that may answer, first is tried first: the configured chain, with the one that the person chose in front.
 * @throws ChatError bad_request when the chain has no such model
 */
export function routeModels(chosen: string | undefined): readonly ModelSpec[] {
  const chain = getChain();
  if (chosen === undefined) return chain;
  const first = chain.find((spec) => spec.id === chosen);
  if (first === undefined) throw new ChatError("bad_request", sentences.unknownModel);
  return [first, ...chain.filter((spec) => spec !== first)];
}

import "server-only";
import { sentences } from "@/lib/config/sentences";
import { getChain } from "@/lib/models/get-chain";
import type { ModelSpec } from "@/lib/models/model-spec";
import { ChatError } from "@/lib/protocol/chat-error";

/** Images that a model would have to be shown, of the question itself and of those before it. */
type Images = { readonly own: number; readonly earlier: number };

/**
 * The models that may answer, first is tried first: the configured chain, with the one that the person chose in front.
 * Where there are images and nothing was chosen, those that take images come before those that don't.
 * @throws ChatError bad_request when the chain has no such model, or none that can be shown the question's images
 */
export function routeModels(chosen: string | undefined, { own, earlier }: Images): readonly ModelSpec[] {
  const chain = getChain();
  if (own > 0 && !chain.some(({ takesImages }) => takesImages))
    throw new ChatError("bad_request", sentences.noModelTakesImages);
  if (chosen === undefined)
    return own + earlier === 0
      ? chain
      : chain.toSorted((a, b) => Number(b.takesImages) - Number(a.takesImages));
  const first = chain.find((spec) => spec.id === chosen);
  if (first === undefined) throw new ChatError("bad_request", sentences.unknownModel);
  if (own > 0 && !first.takesImages)
    throw new ChatError("bad_request", sentences.modelTakesNoImages(first.label));
  return [first, ...chain.filter((spec) => spec !== first)];
}

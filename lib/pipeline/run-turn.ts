import "server-only";
import { admit } from "./admit/admit";
import { produce } from "./produce/produce";
import { subscribe } from "./subscribe";

/**
 * A question and its answer, from request to event stream. The answer is produced into a turn stream and never tied
 * to this request; the response is one reader of it.
 * @throws ChatError for every refusal: all of them come before the first byte
 */
export async function runTurn(request: Request): Promise<Response> {
  const turn = await admit(request);
  if (turn.kind === "admitted") await produce(turn);
  return subscribe(turn.id);
}

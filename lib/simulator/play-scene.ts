import "server-only";
import { sentences } from "@/lib/config/sentences";
import { simulatorScenes } from "@/lib/config/simulator-scenes";
import { ChatError } from "@/lib/protocol/chat-error";
import { findSimulatorUrl } from "./simulator-control";

const TIMEOUT_MS = 2_000;

/**
 * Has the simulated provider behave as a scene says, from the next call on.
 * @throws ChatError not_found (production, no simulator, no such scene), model_unavailable (it does not answer)
 */
export async function playScene(sceneId: string): Promise<void> {
  const url = findSimulatorUrl();
  const scene = simulatorScenes.find(({ id }) => id === sceneId);
  if (url === null || scene === undefined) throw new ChatError("not_found", sentences.pageNotFound);
  const body = JSON.stringify({ reset: true, ...scene.control });
  const answer = await fetch(url, {
    ...{ method: "POST", body, cache: "no-store" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  if (answer?.ok !== true) {
    throw new ChatError("model_unavailable", sentences.noSimulatorAt(url));
  }
}

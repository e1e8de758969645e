import "server-only";
import { z } from "zod";
import { sentences } from "@/lib/config/sentences";
import { strings } from "@/lib/config/strings";
import { eraseAccount, findRunningTurnsOf } from "@/lib/db/erase-account";
import { announceStop } from "@/lib/db/servers";
import { ChatError } from "@/lib/protocol/chat-error";
import { getRunningTurns } from "@/lib/streams/running-turns";
import { requireViewer } from "../admit/require-viewer";
import { readJson } from "../read-json";

/** Stopping an answer takes as long as settling it does. */
const PATIENCE_MS = 5_000;
const POLL_MS = 50;

const bodySchema = z.strictObject({ word: z.string() });

/**
 * POST /api/account/delete `{ word }`: stops what is being answered, then deletes the person who asks with all they wrote.
 * @throws ChatError unauthorized, bad_request (the word is wrong), forbidden (the only admin), conflict (an answer would
 *   not stop)
 */
export async function deleteAccount(request: Request): Promise<Response> {
  const viewer = await requireViewer(request);
  const { word } = await readJson(request, bodySchema);
  if (word.trim().toLowerCase() !== strings.account.settings.deletion.word)
    throw new ChatError("bad_request", sentences.wrongWord);
  await stopTurnsOf(viewer.userId);
  const outcome = await eraseAccount(viewer.userId);
  if (outcome === "last_admin") throw new ChatError("forbidden", sentences.lastAdmin);
  if (outcome === "turns_running")
    throw new ChatError("conflict", sentences.turnsStillRunning, { retryAfterSeconds: 5 });
  return Response.json({ deleted: true });
}

/** An answer that went on would write into what is to be deleted. */
async function stopTurnsOf(userId: string): Promise<void> {
  const stopped = new Set<string>();
  const isWriting = (turnId: string) => getRunningTurns().has(turnId);
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; ) {
    const running = await findRunningTurnsOf(userId);
    for (const turnId of running.filter((id) => !stopped.has(id))) {
      stopped.add(turnId);
      const turn = getRunningTurns().get(turnId);
      if (turn === undefined) await announceStop(turnId);
      else turn.stop("stopped");
    }
    if (running.length === 0 && ![...stopped].some(isWriting)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

import "server-only";
import { noticeSentences } from "@/lib/config/sentences";
import { abandonAttempt, findAttemptsToSettle, type UnsettledAttempt } from "@/lib/db/attempts";
import { decompress } from "@/lib/db/compression";
import { findLiveServers } from "@/lib/db/servers";
import { appendStreamBatch, findStreamBatches } from "@/lib/db/turn-stream-parts";
import { type AbandonedTurn, closeTurn, findRunningTurns } from "@/lib/db/turns";
import { countRequestTokens } from "@/lib/models/count-prompt-tokens";
import { countTokens } from "@/lib/models/count-tokens";
import { costOf, readPriceSnapshot } from "@/lib/models/price";
import { noUsage } from "@/lib/models/usage";
import { ContentBuilder, textOfContent } from "@/lib/protocol/message-content";
import { DONE_FRAME, decodeFrames, encodeFrame, type StreamPart } from "@/lib/streams/frames";

/**
 * Closes the turns that servers which are no more left running: the answer is what was shown, the status says that it
 * broke off, and the money is settled with our own count of what went out and came in.
 * @returns how many turns were closed
 */
export async function recoverTurns(): Promise<number> {
  const running = await findRunningTurns();
  // Asked second: a server that lives now lived when its turn was seen, so no turn of a newcomer is taken for dead.
  const live = new Set(await findLiveServers());
  const abandoned = running.filter(({ serverId }) => serverId === null || !live.has(serverId));
  for (const turn of abandoned) await recover(turn);
  return abandoned.length;
}

async function recover(turn: AbandonedTurn): Promise<void> {
  const batches = await findStreamBatches(turn.id);
  const parts = decodeFrames(batches.map(({ frames }) => frames).join(""));
  const ending = endingOf(turn.id, parts);
  const builder = new ContentBuilder();
  for (const part of [...parts, ...ending]) builder.add(part);
  const shown = textOfContent(builder.build());
  const shownTokens = countTokens(shown);
  const attempts = await findAttemptsToSettle(turn.id);
  const settled = await Promise.all(attempts.map((attempt) => settle(attempt, shownTokens)));
  const closed = await closeTurn({
    id: turn.id,
    status: "INTERRUPTED",
    answer: builder.build(),
    answerTokens: shownTokens,
    modelAnswered: attempts.at(-1)?.model ?? null,
    promptVersionId: null,
    notices: ["interrupted"],
    passages: [],
    trace: [],
    errorCode: "server_lost",
    inputTokens: settled.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: settled.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    costNanos: settled.reduce((sum, { costNanos }) => sum + costNanos, 0n),
    withheldLength: 0,
    firstContentMs: null,
    durationMs: null,
  });
  if (!closed) return;
  // Whoever asks for this turn again gets a stream that ends as every other does.
  await appendStreamBatch(turn.id, ending.map(encodeFrame).join("") + DONE_FRAME);
}

/** What a stream that broke off lacks: the ends of its open texts, and a word to the reader. */
function endingOf(turnId: string, parts: readonly StreamPart[]): StreamPart[] {
  const begun = (kind: "text" | "reasoning"): boolean =>
    parts.some((part) => part.type === `${kind}-start`) && !parts.some((part) => part.type === `${kind}-end`);
  const ends = (["reasoning", "text"] as const).filter(begun);
  return [
    ...(parts.length === 0 ? [{ type: "start", messageId: turnId } satisfies StreamPart] : []),
    ...ends.map((kind): StreamPart => ({ type: `${kind}-end`, id: kind })),
    { type: "data-notice", data: { code: "interrupted", message: noticeSentences.interrupted, turnId } },
    { type: "finish" },
  ];
}

type Settled = { readonly inputTokens: number; readonly outputTokens: number; readonly costNanos: bigint };

/** An attempt that had ended keeps its figures; one that was running is charged its request and what was shown. */
async function settle(attempt: UnsettledAttempt, shownTokens: number): Promise<Settled> {
  if (attempt.status !== "RUNNING") return attempt;
  const request =
    attempt.requestBody === null ? "" : (await decompress(attempt.requestBody)).toString("utf8");
  const inputTokens = countRequestTokens(request);
  const usage = { ...noUsage, inputUncached: inputTokens, outputText: shownTokens };
  const costNanos = costOf(usage, readPriceSnapshot(attempt.price));
  await abandonAttempt(attempt.id, { input: inputTokens, output: shownTokens }, costNanos);
  return { inputTokens, outputTokens: shownTokens, costNanos };
}

import type { Frames } from "@/scripts/provider/formats/frames";
import type { Exchange } from "./exchange";
import type { Job } from "./pacer";
import type { Tokens } from "./play-body";

export type Play = Frames & {
  readonly latencyMs: number;
  /** Between deltas; 0 sends them all at once. */
  readonly intervalMs: number;
  /** Whether the stream ends as it should, loses its connection, or stays silent for good. */
  readonly ending: "end" | "cut" | "hang";
  readonly outcome: "completed" | "failed";
  /** What the whole answer costs. */
  readonly tokens: Tokens;
  /** Of the whole answer, of which `deltas` may be the beginning. */
  readonly wholeDeltas: number;
};

/** Sends the frames of one stream at their pace. */
export function playStream(exchange: Exchange, play: Play): void {
  const { response, pacer } = exchange;
  const player = new StreamPlayer(exchange, play);
  response.once("close", () => {
    pacer.delete(player);
    player.settle("aborted");
  });
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  if (play.latencyMs > 0) {
    if (play.opening === "") response.flushHeaders();
    else response.write(play.opening);
    pacer.add(player);
  } else {
    player.run(performance.now(), play.opening);
    if (!player.isDone) pacer.add(player);
  }
}

class StreamPlayer implements Job {
  dueMs: number;
  isDone = false;
  readonly #exchange: Exchange;
  readonly #play: Play;
  #sent = 0;

  constructor(exchange: Exchange, play: Play) {
    this.#exchange = exchange;
    this.#play = play;
    this.dueMs = performance.now() + play.latencyMs;
  }

  /** Writes all that is due in one piece. */
  run(nowMs: number, before = ""): void {
    const { deltas, intervalMs } = this.#play;
    let text = before;
    while (this.#sent < deltas.length && this.dueMs <= nowMs) {
      text += deltas[this.#sent++];
      this.dueMs += intervalMs;
    }
    if (this.#sent >= deltas.length) this.#finish(text);
    else if (text !== "") this.#exchange.response.write(text);
  }

  settle(outcome: "completed" | "failed" | "aborted"): void {
    const { tokens, wholeDeltas } = this.#play;
    const share = wholeDeltas > 0 ? this.#sent / wholeDeltas : 1;
    const outputTokens =
      outcome === "completed" ? tokens.outputTokens : Math.round(tokens.outputTokens * share);
    const { inputTokens } = tokens;
    this.#exchange.settle({ outcome, status: 200, inputTokens, outputTokens, deltasSent: this.#sent });
  }

  #finish(text: string): void {
    const { response, pacer } = this.#exchange;
    const { ending, outcome, closing } = this.#play;
    this.isDone = true;
    pacer.delete(this);
    if (ending === "hang") {
      if (text !== "") response.write(text);
      return;
    }
    this.settle(outcome);
    if (ending === "end") response.end(text + closing);
    // Gone once the last byte is: what was sent arrives, the end never does.
    else if (text === "") response.destroy();
    else response.write(text, () => response.destroy());
  }
}

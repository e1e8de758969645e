import { composeAnswer } from "@/scripts/provider/answer/compose-answer";
import type { Question } from "@/scripts/provider/answer/question";
import type { Behaviour } from "@/scripts/provider/behaviour/behaviour";
import type { Fault } from "@/scripts/provider/behaviour/fault";
import type { Frames } from "@/scripts/provider/formats/frames";
import type { WireFormat } from "@/scripts/provider/formats/wire-format";
import { breakEarly } from "./break-early";
import type { Exchange } from "./exchange";
import { playBody } from "./play-body";
import { type Play, playStream } from "./play-stream";

/** Answers a question in one of the three text formats, or fails to, as the behaviour says. */
export function answerText(
  exchange: Exchange,
  format: WireFormat,
  question: Question,
  behaviour: Behaviour,
): void {
  const fault = whole(behaviour.fault(), question);
  if (breakEarly(exchange, fault, format.writeError)) return;

  const { answer, billed } = composeAnswer(question, behaviour, fault, exchange.requestId);
  const latencyMs = behaviour.latencyMs();
  const intervalMs = behaviour.tokensPerSecond > 0 ? 1000 / behaviour.tokensPerSecond : 0;
  if (question.isStream) {
    const frames = format.writeStream(answer, question);
    const errorFrame = (deltasSent: number, message: string | undefined) =>
      format.writeErrorFrame(message, deltasSent);
    playStream(exchange, {
      ...breakFrames(frames, fault, errorFrame),
      latencyMs,
      intervalMs,
      tokens: billed,
    });
  } else {
    const deltas = answer.reasoning.length + answer.text.length;
    playBody(exchange, format.writeBody(answer), latencyMs + deltas * intervalMs, billed, fault);
  }
}

/** An answer in one piece has no middle for an error to come in: it is an error from the start. */
function whole(fault: Fault | null, question: Question): Fault | null {
  if (fault?.kind !== "error-event" || question.isStream) return fault;
  return { kind: "status", status: 500, message: fault.message };
}

type Broken = Omit<Play, "latencyMs" | "intervalMs" | "tokens">;

function breakFrames(
  frames: Frames,
  fault: Fault | null,
  writeErrorFrame: (deltasSent: number, message: string | undefined) => string,
): Broken {
  const { deltas } = frames;
  const untouched = { ...frames, ending: "end", outcome: "completed", wholeDeltas: deltas.length } as const;
  switch (fault?.kind) {
    case "cut":
      return { ...untouched, deltas: deltas.slice(0, fault.afterDeltas), ending: "cut", outcome: "failed" };
    case "hang":
      return { ...untouched, deltas: deltas.slice(0, Number(fault.at)), ending: "hang", outcome: "failed" };
    case "error-event": {
      const sent = deltas.slice(0, fault.afterDeltas);
      const closing = writeErrorFrame(sent.length, fault.message);
      return { ...untouched, deltas: sent, closing, outcome: "failed" };
    }
    case "malformed": {
      const broken = `data: {"this is not JSON\n\n`;
      const at = Math.min(fault.afterDeltas, deltas.length);
      return { ...untouched, deltas: deltas.toSpliced(at, 1, broken), outcome: "failed" };
    }
    default:
      return untouched;
  }
}

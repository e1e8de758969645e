import "server-only";
import type { InferUIMessageChunk } from "ai";
import type { ChatMessage } from "@/lib/protocol/chat-message";

/** One part of the UI message stream, as the AI SDK's clients read it. */
export type StreamPart = InferUIMessageChunk<ChatMessage>;

/** What ends every stream. */
export const DONE_FRAME = "data: [DONE]\n\n";

/** A comment that keeps proxies from closing a quiet connection; readers skip it. */
export const PING_FRAME = ": ping\n\n";

/** A part as a server-sent event. */
export function encodeFrame(part: StreamPart): string {
  return `data: ${JSON.stringify(part)}\n\n`;
}

/** The parts in a run of frames. */
export function decodeFrames(frames: string): StreamPart[] {
  return frames
    .split("\n\n")
    .filter((frame) => frame.startsWith("data: {"))
    .map((frame): StreamPart => JSON.parse(frame.slice("data: ".length)));
}

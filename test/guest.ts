import { runTurn } from "@/lib/pipeline/run-turn";
import type { ChatRequest } from "@/lib/protocol/chat-request";
import { decodeFrames, type StreamPart } from "@/lib/streams/frames";
import { type Browser, newBrowser } from "./browser";

/** An answer as its reader got it. */
export type Answer = {
  readonly turnId: string;
  readonly parts: StreamPart[];
  readonly text: string;
  /** Codes of its notices. */
  readonly notices: string[];
};

export type Guest = {
  readonly userId: string;
  readonly request: (path: string, body?: unknown) => Request;
  readonly ask: (question: Question) => Promise<Response>;
};

export type Question = Partial<Omit<ChatRequest, "message">> & {
  readonly text?: string;
  readonly messageId?: string;
  readonly attachmentIds?: readonly string[];
};

/** Signs a new guest in, as the page does. */
export async function signInGuest(browser: Browser = newBrowser()): Promise<Guest> {
  const userId = await browser.becomeGuest();
  return {
    userId,
    request: (path, body) => browser.request(path, body),
    ask: (question) => ask(browser, question),
  };
}

/** Asks as whoever is signed in with a browser. */
export function ask(
  browser: Browser,
  { text = "Hello there", messageId = "m1", id = "chat", attachmentIds = [], ...rest }: Question,
): Promise<Response> {
  const files = attachmentIds.map((attachmentId) => ({ type: "data-attachment", id: attachmentId }));
  const message = { id: messageId, role: "user", parts: [{ type: "text", text }, ...files] };
  return runTurn(browser.request("/api/chat", { id, message, ...rest }));
}

/** Reads an answer to its end. */
export async function readAnswer(response: Response): Promise<Answer> {
  const parts = decodeFrames(await response.text());
  return {
    turnId: response.headers.get("x-turn-id") ?? "",
    parts,
    text: parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join(""),
    notices: parts.flatMap((part) => (part.type === "data-notice" ? [part.data.code] : [])),
  };
}

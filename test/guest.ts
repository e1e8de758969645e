import { getAuth } from "@/lib/auth/auth";
import { ADDRESS_HEADER } from "@/lib/auth/client-address";
import { runTurn } from "@/lib/pipeline/run-turn";
import type { ChatRequest } from "@/lib/protocol/chat-request";
import { decodeFrames, type StreamPart } from "@/lib/streams/frames";

const ORIGIN = "http://chat.test";

let guests = 0;

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
};

/** Signs a new guest in, as the page does; from an address of their own unless it is named. */
export async function signInGuest(address = `198.18.${guests >> 8}.${guests++ & 255}`): Promise<Guest> {
  const post = (path: string, body: unknown, cookie?: string) => requestFrom(address, path, body, cookie);
  const response = await getAuth().handler(post("/api/auth/sign-in/anonymous", {}));
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  const { user } = (await response.json()) as { user: { id: string } };
  if (cookie === undefined) throw new Error("The guest got no cookie.");
  const request = (path: string, body?: unknown) => post(path, body, cookie);
  return {
    userId: user.id,
    request,
    ask: ({ text = "Hello there", messageId = "m1", id = "chat", ...rest }) => {
      const message = { id: messageId, role: "user", parts: [{ type: "text", text }] };
      return runTurn(request("/api/chat", { id, message, ...rest }));
    },
  };
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

function requestFrom(address: string, path: string, body: unknown, cookie?: string): Request {
  return new Request(ORIGIN + path, {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    headers: {
      "content-type": "application/json",
      host: new URL(ORIGIN).host,
      origin: ORIGIN,
      [ADDRESS_HEADER]: address,
      ...(cookie === undefined ? {} : { cookie }),
    },
  });
}

"use client";

import { useChat } from "@ai-sdk/react";
import { useRef, useState } from "react";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { filesOf } from "./attachments/question-files";
import type { RefusedEdit } from "./conversation-actions";
import { fetchBranch } from "./fetch-branch";
import { newId } from "./new-id";
import { Refusal } from "./refusal";
import type { Setback, Wish } from "./setback";
import { stopTurn } from "./stop-turn";
import { TurnTransport } from "./turn-transport";
import { useReconnect } from "./use-reconnect";
import { type StoredChat, useStored } from "./use-stored";

/** Twenty updates a second read as a steady flow and leave the main thread free. */
const RENDER_INTERVAL_MS = 50;

type UnderWay = {
  readonly wish: Wish;
  readonly before: ChatMessage[];
  isAdmitted: boolean;
  isStopWanted: boolean;
};

type ConversationEvents = {
  /** The question is stored on the server. */
  onAdmitted: () => void;
  /** The question was not taken: here it is back. One that was rewritten is `refusedEdit` instead. */
  onGivenBack: (text: string, attachments: readonly AttachmentReference[]) => void;
  /** The chat has got a better title. */
  onTitled: (title: string) => void;
  /** The server knows more than this page shows. */
  onOutdated: () => void;
};

export type Phase = "idle" | "waiting" | "answering" | "stopping";

/** A chat as the page needs it: useChat, plus refusals that give the question back, stopping and reconnecting. */
export function useConversation(
  chatId: string,
  stored: StoredChat,
  /** What is to answer, where the person chose. */
  model: string | undefined,
  events: ConversationEvents,
) {
  const [setback, setSetback] = useState<Setback>();
  const [refusedEdit, setRefusedEdit] = useState<RefusedEdit>();
  const [isStopping, setIsStopping] = useState(false);
  const underWay = useRef<UnderWay>(undefined);
  /** A version was added that the page has not been told of. */
  const isBranchDue = useRef(false);

  async function requestStop(): Promise<void> {
    if (await stopTurn(chatId)) return;
    setIsStopping(false);
    setSetback({ kind: "stop-failed" });
  }

  /** Versions are counted by the server. Resolves to whether something was shown. */
  async function showBranch(messageId?: string): Promise<boolean> {
    const messages = await fetchBranch(chatId, messageId);
    if (messages === undefined || underWay.current !== undefined) return false;
    isBranchDue.current = false;
    chat.setMessages(messages);
    return true;
  }

  const transport = new TurnTransport({
    onAdmitted() {
      if (underWay.current === undefined) return;
      underWay.current.isAdmitted = true;
      if (underWay.current.isStopWanted) void requestStop();
      events.onAdmitted();
    },
    onNothingRuns() {
      setSetback(undefined);
      events.onOutdated();
    },
  });

  const chat = useChat<ChatMessage>({
    id: chatId,
    messages: stored.messages,
    transport,
    throttle: RENDER_INTERVAL_MS,
    onData(part) {
      if (part.type === "data-title") events.onTitled(part.data.title);
    },
    onError(error) {
      const current = underWay.current;
      underWay.current = undefined;
      const lost = current === undefined || current.isAdmitted ? undefined : current;
      if (lost !== undefined) {
        chat.setMessages(lost.before);
        giveBack(lost.wish);
      }
      setSetback((previous) => setbackOf(error, lost?.wish, previous));
    },
    onFinish({ isError, isAbort }) {
      setIsStopping(false);
      if (isError || isAbort) return;
      const wish = underWay.current?.wish;
      underWay.current = undefined;
      setSetback(undefined);
      if (wish?.kind === "regenerate" || wish?.parentId !== undefined) isBranchDue.current = true;
      if (isBranchDue.current) void showBranch();
    },
  });

  const isConnected = chat.status === "submitted" || chat.status === "streaming";
  const isResuming = useStored(stored, isConnected, chat);
  const isBusy = isConnected || isResuming;
  useReconnect(isBusy || setback?.kind !== "cut" ? undefined : setback.attempt, chat.resumeStream);

  function giveBack(wish: Wish): void {
    if (wish.kind !== "ask") return;
    const { text, attachments, editedId } = wish;
    if (editedId === undefined) events.onGivenBack(text, attachments);
    else setRefusedEdit({ messageId: editedId, text });
  }

  function grant(wish: Wish): void {
    if (isBusy) return;
    setRefusedEdit(undefined);
    underWay.current = { wish, before: chat.messages, isAdmitted: false, isStopWanted: false };
    setSetback(undefined);
    if (wish.kind === "ask") {
      const { id, text, attachments, parentId, model } = wish;
      const files = attachments.map((data) => ({ type: "data-attachment", id: data.id, data }) as const);
      // Another version of a question takes the place of the first one and of all that followed it.
      if (parentId !== undefined) chat.setMessages(messagesUpTo(parentId, chat.messages));
      void chat.sendMessage(
        { id, role: "user", parts: [{ type: "text", text }, ...files] },
        { body: { parentId, model } },
      );
    } else {
      void chat.regenerate({ body: { regenerate: wish.id, model: wish.model } });
    }
  }

  /** What was refused and is asked again unchanged keeps its id, so that it joins a turn that exists. */
  function grantAgain(wish: Extract<Wish, { kind: "ask" }>): void {
    const refused = setback !== undefined && "wish" in setback ? setback.wish : undefined;
    const isSameAgain =
      refused?.kind === "ask" &&
      refused.text === wish.text &&
      refused.model === wish.model &&
      refused.editedId === wish.editedId &&
      idsOf(refused.attachments) === idsOf(wish.attachments);
    grant(isSameAgain ? refused : wish);
  }

  function ask(text: string, attachments: readonly AttachmentReference[]): void {
    grantAgain({ kind: "ask", id: newId(), text, attachments, model });
  }

  function edit(messageId: string, text: string): void {
    const index = chat.messages.findIndex(({ id }) => id === messageId);
    const edited = chat.messages[index];
    if (edited === undefined) return;
    const parentId = chat.messages[index - 1]?.id ?? null;
    const attachments = filesOf(edited);
    grantAgain({ kind: "ask", id: newId(), text, attachments, model, parentId, editedId: messageId });
  }

  function stop(): void {
    setIsStopping(true);
    // A question on its way can only be stopped once the server has it.
    if (underWay.current !== undefined && !underWay.current.isAdmitted) underWay.current.isStopWanted = true;
    else void requestStop();
  }

  return {
    messages: chat.messages,
    phase: phaseOf(isBusy, isStopping, chat.status === "streaming"),
    setback: isBusy && setback?.kind !== "stop-failed" ? undefined : setback,
    refusedEdit,
    ask,
    edit,
    /** Shows another version of a message; false when the server could not. */
    chooseBranch: showBranch,
    stop,
    grant,
    regenerate: () => grant({ kind: "regenerate", id: newId(), model }),
    reconnect: () => setSetback({ kind: "cut", attempt: 0 }),
  };
}

function idsOf(attachments: readonly AttachmentReference[]): string {
  return attachments.map(({ id }) => id).join();
}

function messagesUpTo(parentId: string | null, messages: ChatMessage[]): ChatMessage[] {
  return messages.slice(0, messages.findIndex(({ id }) => id === parentId) + 1);
}

function phaseOf(isBusy: boolean, isStopping: boolean, isStreaming: boolean): Phase {
  if (!isBusy) return "idle";
  if (isStopping) return "stopping";
  return isStreaming ? "answering" : "waiting";
}

function setbackOf(error: Error, wish: Wish | undefined, previous: Setback | undefined): Setback {
  if (error instanceof Refusal) {
    const { code, message, retryAfterSeconds, turnId } = error;
    const retryAtMs = retryAfterSeconds === undefined ? undefined : Date.now() + retryAfterSeconds * 1000;
    return { kind: "refused", code, message, retryAtMs, turnId, wish };
  }
  if (wish !== undefined) return { kind: "offline", wish };
  return { kind: "cut", attempt: previous?.kind === "cut" ? previous.attempt + 1 : 0 };
}

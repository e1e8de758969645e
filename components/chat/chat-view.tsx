"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { contentId } from "@/components/ui/skip-link";
import { product } from "@/lib/config/product";
import type { ModelChoice } from "@/lib/protocol/model-choice";
import { Announcer } from "./announcer";
import { Composer } from "./composer";
import { Greeting, LegalLinks, Suggestions } from "./empty-chat";
import { announceChats } from "./history/chats-changed";
import { ModelPicker } from "./model-picker";
import { QueuedQuestion } from "./queued-question";
import { QuotaLine } from "./quota-line";
import type { Wish } from "./setback";
import { SetbackLine } from "./setback-line";
import { Transcript } from "./transcript";
import { useChatTabs } from "./use-chat-tabs";
import { useChosenModel } from "./use-chosen-model";
import { useConversation } from "./use-conversation";
import { useDraft } from "./use-draft";
import { useQueue } from "./use-queue";
import { useQuotaLeft } from "./use-quota-left";
import type { StoredChat } from "./use-stored";

type ChatViewProps = {
  chatId: string;
  title: string;
  stored: StoredChat;
  models: readonly ModelChoice[];
  /** What the draft is kept under; all new chats share one. */
  draftName: string;
  /** The server has the first question of a new chat. */
  onStarted?: () => void;
  /** Loads what the server has, where a refresh by the router would not do. */
  onOutdated?: () => void;
};

/** One chat: its conversation and the composer. Mount it with the chat's id as key. */
export function ChatView({
  chatId,
  title: storedTitle,
  stored,
  models,
  draftName,
  onStarted,
  onOutdated,
}: ChatViewProps) {
  const router = useRouter();
  const load = onOutdated ?? router.refresh;
  const draft = useDraft(draftName);
  const [title, setTitle] = useState(storedTitle);
  const model = useChosenModel(models);
  const conversation = useConversation(chatId, stored, model.chosen, {
    onAdmitted() {
      draft.forget();
      onStarted?.();
      announceTurn();
      announceChats();
    },
    onTitled(written) {
      setTitle(written);
      document.title = `${written} · ${product.name}`;
      announceChats();
    },
    onGivenBack: draft.giveBack,
    onOutdated: load,
  });
  const { messages, phase, setback } = conversation;
  const isBusy = phase !== "idle";
  const announceTurn = useChatTabs(chatId, isBusy ? undefined : load);

  function send(text: string): void {
    draft.take(text);
    conversation.ask(text);
  }

  const queue = useQueue(!isBusy && setback === undefined, send);
  const quotaLeft = useQuotaLeft(isBusy);

  function wait(text: string): void {
    draft.take(text);
    queue.add(text);
  }

  function withdraw(text: string): void {
    queue.withdraw();
    draft.giveBack(text);
  }

  function retry(wish: Wish): void {
    if (wish.kind === "ask") draft.take(wish.text);
    conversation.grant(wish);
  }

  async function chooseBranch(messageId: string): Promise<void> {
    if (await conversation.chooseBranch(messageId)) announceTurn();
  }

  const last = messages.at(-1);
  const isEmpty = last === undefined;
  const isUnanswered =
    !isBusy && !stored.isRunning && last?.role === "user" && last === stored.messages.at(-1);
  return (
    <main id={contentId} className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{title}</h1>
      <Announcer isBusy={isBusy} last={last} />
      {isEmpty ? (
        <div className="flex flex-1 flex-col justify-end">
          <Greeting />
        </div>
      ) : (
        <Transcript
          messages={messages}
          isBusy={isBusy}
          isUnanswered={isUnanswered}
          onRegenerate={conversation.regenerate}
          onEdit={conversation.edit}
          onChooseBranch={(messageId) => void chooseBranch(messageId)}
        />
      )}
      <div className={classNames("mx-auto w-full max-w-column px-3 pb-4 sm:px-4", isEmpty && "flex-[1.4]")}>
        {setback !== undefined && (
          <div className="px-3 pb-2">
            <SetbackLine
              setback={setback}
              onRetry={retry}
              onReconnect={conversation.reconnect}
              onRefresh={load}
            />
          </div>
        )}
        {queue.waiting !== undefined && (
          <QueuedQuestion text={queue.waiting} onWithdraw={() => withdraw(queue.waiting ?? "")} />
        )}
        <Composer
          text={draft.text}
          phase={phase}
          onWrite={draft.write}
          onSend={() => send(draft.text.trim())}
          onQueue={queue.waiting === undefined ? () => wait(draft.text.trim()) : undefined}
          onStop={conversation.stop}
        />
        <div className="flex flex-wrap items-center gap-x-4 px-1 pt-1 empty:hidden">
          <ModelPicker choices={models} chosen={model.chosen} onChoose={model.choose} />
          <QuotaLine left={quotaLeft} />
        </div>
        {isEmpty && (
          <div className="space-y-8 pt-5">
            <Suggestions onAsk={send} />
            <LegalLinks />
          </div>
        )}
      </div>
    </main>
  );
}

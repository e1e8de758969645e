"use client";

import { useRouter } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { Announcer } from "./announcer";
import { Composer } from "./composer";
import { Greeting, Suggestions } from "./empty-chat";
import { SetbackLine } from "./setback-line";
import { Transcript } from "./transcript";
import { useChatTabs } from "./use-chat-tabs";
import { useConversation } from "./use-conversation";
import { useDraft } from "./use-draft";
import type { StoredChat } from "./use-stored";

type ChatViewProps = {
  chatId: string;
  stored: StoredChat;
  /** What the draft is kept under; all new chats share one. */
  draftName: string;
  /** The server has the first question of a new chat. */
  onStarted?: () => void;
};

/** One chat: its conversation and the composer. Mount it with the chat's id as key. */
export function ChatView({ chatId, stored, draftName, onStarted }: ChatViewProps) {
  const router = useRouter();
  const draft = useDraft(draftName);
  const conversation = useConversation(chatId, stored, {
    onAdmitted() {
      draft.forget();
      onStarted?.();
      announceTurn();
    },
    onGivenBack: draft.giveBack,
    onOutdated: router.refresh,
  });
  const { messages, phase, setback } = conversation;
  const isBusy = phase !== "idle";
  const announceTurn = useChatTabs(chatId, isBusy ? undefined : router.refresh);

  function send(text: string): void {
    draft.empty();
    conversation.ask(text);
  }

  const isEmpty = messages.length === 0;
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <Announcer isBusy={isBusy} last={messages.at(-1)} />
      {isEmpty ? (
        <div className="flex flex-1 flex-col justify-end">
          <Greeting />
        </div>
      ) : (
        <Transcript messages={messages} isBusy={isBusy} onRegenerate={conversation.regenerate} />
      )}
      <div className={classNames("mx-auto w-full max-w-column px-3 pb-4 sm:px-4", isEmpty && "flex-[1.4]")}>
        <div role="alert" className="px-3 pb-2 empty:pb-0">
          {setback !== undefined && (
            <SetbackLine
              setback={setback}
              onRetry={(wish) => {
                draft.empty();
                conversation.grant(wish);
              }}
              onReconnect={conversation.reconnect}
              onRefresh={router.refresh}
            />
          )}
        </div>
        <Composer
          text={draft.text}
          phase={phase}
          onWrite={draft.write}
          onSend={() => send(draft.text.trim())}
          onStop={conversation.stop}
        />
        {isEmpty && (
          <div className="pt-5">
            <Suggestions onAsk={send} />
          </div>
        )}
      </div>
    </main>
  );
}

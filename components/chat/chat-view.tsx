"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { contentId } from "@/components/ui/skip-link";
import { product } from "@/lib/config/product";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import type { ModelChoice } from "@/lib/protocol/model-choice";
import { Announcer } from "./announcer";
import { DropHint } from "./attachments/drop-hint";
import { FileList } from "./attachments/file-list";
import { useAttachments } from "./attachments/use-attachments";
import { useDroppedFiles } from "./attachments/use-dropped-files";
import { useSendWhenReady } from "./attachments/use-send-when-ready";
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

/** What is to be asked. */
type Asked = { readonly text: string; readonly attachments: readonly AttachmentReference[] };

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
  const files = useAttachments(draftName);
  const [title, setTitle] = useState(storedTitle);
  const model = useChosenModel(models);
  const conversation = useConversation(chatId, stored, model.chosen, {
    onAdmitted() {
      draft.forget();
      files.forget();
      onStarted?.();
      announceTurn();
      announceChats();
    },
    onTitled(written) {
      setTitle(written);
      document.title = `${written} · ${product.name}`;
      announceChats();
    },
    onGivenBack: giveBack,
    onOutdated: load,
  });
  const { messages, phase, setback } = conversation;
  const isBusy = phase !== "idle";
  const announceTurn = useChatTabs(chatId, isBusy ? undefined : load);

  function send({ text, attachments }: Asked): void {
    draft.take(text);
    conversation.ask(text, attachments);
  }

  function giveBack(text: string, attachments: readonly AttachmentReference[]): void {
    draft.giveBack(text);
    files.giveBack(attachments);
  }

  const queue = useQueue<Asked>(!isBusy && setback === undefined, send);
  const quotaLeft = useQuotaLeft(isBusy);
  const sending = useSendWhenReady(files.state, draft.text.trim() !== "", () => {
    const asked = { text: draft.text.trim(), attachments: files.take() };
    if (!isBusy) return send(asked);
    draft.take(asked.text);
    queue.add(asked);
  });
  const isDropping = useDroppedFiles(files.add);

  function withdraw({ text, attachments }: Asked): void {
    queue.withdraw();
    giveBack(text, attachments);
  }

  function retry(wish: Wish): void {
    if (wish.kind === "ask" && wish.editedId === undefined) {
      draft.take(wish.text);
      files.take();
    }
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
    <main id={contentId} className="relative flex min-h-0 flex-1 flex-col">
      {isDropping && <DropHint />}
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
          refusedEdit={conversation.refusedEdit}
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
        {queue.waiting !== undefined && <QueuedQuestion question={queue.waiting} onWithdraw={withdraw} />}
        <Composer
          text={draft.text}
          phase={phase}
          onWrite={draft.write}
          onSend={sending.want}
          onQueue={queue.waiting === undefined ? sending.want : undefined}
          onStop={conversation.stop}
          onFiles={files.add}
        >
          <FileList
            entries={files.entries}
            problem={files.problem}
            isWaiting={sending.isWaiting}
            onRemove={files.remove}
          />
        </Composer>
        <div className="flex flex-wrap items-center gap-x-4 px-1 pt-1 empty:hidden">
          <ModelPicker choices={models} chosen={model.chosen} onChoose={model.choose} />
          <QuotaLine left={quotaLeft} />
        </div>
        {isEmpty && (
          <div className="space-y-8 pt-5">
            <Suggestions onAsk={(text) => send({ text, attachments: [] })} />
            <LegalLinks />
          </div>
        )}
      </div>
    </main>
  );
}

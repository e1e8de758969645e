import "server-only";
import { generation } from "@/lib/config/generation";
import { sentences } from "@/lib/config/sentences";
import type { EarlierMessage, Known } from "@/lib/db/look-up";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import { ChatError } from "@/lib/protocol/chat-error";
import { attachmentsOfContent, textOfContent } from "@/lib/protocol/message-content";

/** One earlier message that goes with a question. */
export type HistoryMessage = {
  readonly role: "user" | "assistant";
  readonly text: string;
  readonly tokens: number;
};

/** Where a question stands in its chat. */
export type Conversation = {
  readonly parentId: string | null;
  /** Newest messages that fit `generation.maxHistoryTokens`, oldest first; none that a guard refused. */
  readonly history: readonly HistoryMessage[];
  /** Files of the questions before that were let in, the newest first. */
  readonly earlierFiles: readonly AttachmentReference[];
};

type Place = {
  readonly text: string;
  /** Ids of the files that are sent with it. */
  readonly attachmentIds: readonly string[];
  /** Null: the beginning of the chat; undefined: its leaf. */
  readonly parentId: string | null | undefined;
  readonly regenerate: boolean;
};

/**
 * The messages that a question continues: those up to `parentId`, to the chat's leaf when it is undefined, or to the
 * parent of the question that is asked again.
 * @throws ChatError not_found (another's chat, no such parent or question), conflict (another text or other files
 *   under this id)
 */
export function readConversation(known: Known, place: Place): Conversation {
  const { chat, question, parentId, branch } = known;
  if (chat !== null && !chat.isOwn) throw new ChatError("not_found", sentences.notFound);
  if (chat === null && (place.regenerate || typeof place.parentId === "string"))
    throw new ChatError("not_found", sentences.notFound);
  if (place.regenerate) {
    if (question?.role !== "USER") throw new ChatError("not_found", sentences.questionNotFound);
    const attachmentIds = attachmentsOfContent(question.content).map(({ id }) => id);
    const isSame =
      textOfContent(question.content) === place.text && attachmentIds.join() === place.attachmentIds.join();
    if (!isSame) throw new ChatError("conflict", sentences.conflictName);
  }
  if (parentId === null) return { parentId: null, history: [], earlierFiles: [] };
  if (branch.length === 0) throw new ChatError("not_found", sentences.questionNotFound);
  // What was refused stays refused: as an earlier message it would reach the model unjudged.
  const admitted = branch.filter(({ isRefused }) => !isRefused);
  const earlierFiles = admitted.toReversed().flatMap(({ content }) => attachmentsOfContent(content));
  return { parentId, history: newestThatFit(admitted), earlierFiles };
}

function newestThatFit(branch: readonly EarlierMessage[]): HistoryMessage[] {
  const fitting: HistoryMessage[] = [];
  let tokens = 0;
  for (const message of branch.toReversed()) {
    tokens += message.tokens;
    if (tokens > generation.maxHistoryTokens) break;
    const text = textOfContent(message.content);
    // An answer that was stopped before its first word has nothing to say.
    if (text !== "")
      fitting.unshift({ role: message.role === "USER" ? "user" : "assistant", text, tokens: message.tokens });
  }
  return fitting;
}

import "server-only";
import { requireAttachments } from "@/lib/attachments/require-attachments";
import { readAddressKey } from "@/lib/auth/address-key";
import { loadConversation } from "@/lib/chats/load-conversation";
import { attachments } from "@/lib/config/attachments";
import { sentences } from "@/lib/config/sentences";
import { newId } from "@/lib/db/ids";
import type { TurnName } from "@/lib/db/turns";
import { limitRate } from "@/lib/limits/limit-rate";
import { planOf } from "@/lib/limits/plan-of";
import { loadPrompt } from "@/lib/prompts/load-prompt";
import { ChatError } from "@/lib/protocol/chat-error";
import { retrieve } from "../retrieve";
import { isShuttingDown } from "../server/drain";
import { Trace } from "../trace";
import type { Turn } from "../turn";
import { chooseTitler } from "./choose-titler";
import { hashContent, joinNamedTurn } from "./join-named-turn";
import { judgeQuestion, noticedTopics, storeBlockedTurn } from "./judge-question";
import { type ParsedRequest, parseRequest } from "./parse-request";
import { planReservation } from "./plan-reservation";
import { requireViewer } from "./require-viewer";
import { routeModels } from "./route-models";
import { storeTurn } from "./store-turn";
import { titleOf } from "./turn-draft";

/**
 * Lets a question in, or says why not. The order of the stages is the product's order of trust: who asks, what they
 * ask, whether they asked it before, how often, whether it may be asked, and whether they can pay for it. When it
 * returns, the question and its turn are stored and nothing is lost from here on.
 * @throws ChatError for every refusal
 */
export async function admit(request: Request): Promise<Turn> {
  const trace = new Trace();
  if (isShuttingDown())
    throw new ChatError("model_unavailable", sentences.shuttingDown, { retryAfterSeconds: 5 });
  const viewer = await trace.stage("authenticate", () => requireViewer(request));
  const body = await trace.stage("parse", () => parseRequest(request));
  const name = nameOf(body);
  const contentHash = hashContent(body);
  const known = await trace.stage("join", () => joinNamedTurn(name, contentHash, viewer.userId));
  if (known !== null) return known;

  const plan = planOf(viewer);
  const addressKey = readAddressKey(request.headers);
  await trace.stage("rate-limit", () => limitRate(viewer.userId, addressKey, plan));
  const chain = routeModels(body.model);
  const conversation = await trace.stage("conversation", () =>
    loadConversation({
      chatId: body.id,
      userId: viewer.userId,
      messageId: body.message.id,
      text: body.text,
      attachmentIds: body.attachmentIds,
      parentId: body.parentId,
      regenerate: body.regenerate !== undefined,
    }),
  );
  const hasOwnFiles = body.attachmentIds.length > 0;
  const files = hasOwnFiles
    ? await trace.stage("attachments", () => requireAttachments(body.attachmentIds, viewer.userId, body.id))
    : [];
  const prompt = await loadPrompt("answer");
  const draft = {
    id: newId(),
    ...name,
    contentHash,
    viewer,
    addressKey: plan.limitedByAddress ? addressKey : null,
    title: titleOf(body.text),
    body,
    files,
    conversation,
  };
  const judgement = await trace.stage("guard-input", () =>
    judgeQuestion(body.text, conversation.history, prompt.content),
  );
  if (judgement.action === "block") await storeBlockedTurn(draft, judgement);

  const earlierQuestion = conversation.history.findLast(({ role }) => role === "user")?.text;
  const questionFiles = { userId: viewer.userId, own: files, earlier: conversation.earlierFiles };
  const retrieved = trace.stage("retrieve", () => retrieve(body.text, earlierQuestion, questionFiles));
  const isFirst = conversation.parentId === null && body.parentId === undefined && !body.regenerate;
  const titler = isFirst ? chooseTitler(body.text, chain) : null;
  const hasFiles = hasOwnFiles || conversation.earlierFiles.length > 0;
  const reservation = planReservation(
    body.text,
    conversation.history,
    prompt.content,
    chain,
    titler,
    hasFiles ? attachments.maxTokens : 0,
  );
  const stored = await trace.stage("reserve", () => storeTurn(draft, plan, reservation, judgement));
  if (stored !== "stored") return stored;
  const { history } = conversation;
  const { id, chatId, messageId: questionId } = draft;
  return {
    kind: "admitted",
    id,
    chatId,
    questionId,
    viewer,
    question: body.text,
    history,
    chain,
    prompt,
    title: draft.title,
    titler,
    judgement,
    topics: noticedTopics(judgement),
    retrieved,
    trace,
  };
}

function nameOf(body: ParsedRequest): TurnName {
  return { chatId: body.id, messageId: body.message.id, requestId: body.regenerate ?? "" };
}

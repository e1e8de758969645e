import "server-only";
import { readAddressKey } from "@/lib/auth/address-key";
import type { HistoryMessage } from "@/lib/chats/read-conversation";
import { generation } from "@/lib/config/generation";
import { sentences } from "@/lib/config/sentences";
import { type Known, lookUp } from "@/lib/db/look-up";
import type { TurnName } from "@/lib/db/turns";
import { limitRate } from "@/lib/limits/limit-rate";
import { planOf } from "@/lib/limits/plan-of";
import { ChatError } from "@/lib/protocol/chat-error";
import type { QuestionFiles } from "../attachments/gather-attached";
import { type Retrieved, retrieve } from "../retrieve";
import { isShuttingDown } from "../server/drain";
import { Trace } from "../trace";
import type { AdmittedTurn, Turn } from "../turn";
import { hashContent, joinNamedTurn } from "./join-named-turn";
import { judgeQuestion, noticedTopics, type QuestionJudgement, storeBlockedTurn } from "./judge-question";
import { type ParsedRequest, parseRequest } from "./parse-request";
import { planReservation } from "./plan-reservation";
import { mayRedact, redactQuestion } from "./redact-question";
import { requireSessionToken } from "./require-viewer";
import { storeTurn } from "./store-turn";
import { draftTurn, type TurnDraft } from "./turn-draft";

/** Stands for an earlier question of which nothing may go out. */
const LEFT_OUT = "*";

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
  const sessionToken = await trace.stage("authenticate", () => requireSessionToken(request));
  const body = await trace.stage("parse", () => parseRequest(request));
  const name = nameOf(body);
  const known = await trace.stage("look-up", () => lookUpQuestion(sessionToken, name, body));
  const { viewer } = known;
  if (viewer === null) throw new ChatError("unauthorized", sentences.unauthorized);
  const contentHash = hashContent(body);
  const joined = joinNamedTurn(known.named, { contentHash, body }, viewer.userId);
  if (joined !== null) return joined;

  const plan = planOf(viewer);
  const addressKey = readAddressKey(request.headers);
  await trace.stage("rate-limit", () => limitRate(viewer.userId, addressKey, plan));
  const asked = { name, contentHash, body, known, viewer, plan, addressKey };
  const draft = await trace.stage("draft", () => draftTurn(asked));
  const { sent, judgement } = await trace.stage("guard-input", () => judgeDraft(draft));
  if (judgement.action === "block") await storeBlockedTurn(draft, judgement);

  const retrieved = trace.stage("retrieve", () => retrieveFor(draft, sent));
  const stored = await trace.stage("reserve", () =>
    storeTurn(draft, planReservation(draft, judgement), judgement),
  );
  return stored === "stored" ? toAdmitted(draft, sent, judgement, retrieved, trace) : stored;
}

function nameOf(body: ParsedRequest): TurnName {
  return { chatId: body.id, messageId: body.message.id, requestId: body.regenerate ?? "" };
}

function lookUpQuestion(sessionToken: string, name: TurnName, body: ParsedRequest): Promise<Known> {
  const { parentId, regenerate } = body;
  const place = { parentId, regenerate: regenerate !== undefined };
  return lookUp({ sessionToken, ...name, ...place, maxMessages: generation.maxHistoryMessages });
}

function judgeDraft({ body, conversation, prompt }: TurnDraft) {
  const judge = (text: string) => judgeQuestion(text, conversation.history, prompt.content);
  return redactQuestion(body.text, judge(body.text), judge);
}

/** Earlier questions as they went out then: they are kept as they were typed. */
function historyOf({ conversation, prompt }: TurnDraft): readonly HistoryMessage[] {
  if (!mayRedact) return conversation.history;
  const judge = (text: string) => judgeQuestion(text, [], prompt.content);
  return conversation.history.map((message) => {
    if (message.role !== "user") return message;
    const { sent, judgement } = redactQuestion(message.text, judge(message.text), judge);
    return { ...message, text: judgement.action === "block" ? LEFT_OUT : sent };
  });
}

function retrieveFor(draft: TurnDraft, sent: string): Promise<Retrieved> {
  const earlierQuestion = draft.conversation.history.findLast(({ role }) => role === "user")?.text;
  return retrieve(sent, earlierQuestion, filesOf(draft));
}

function filesOf({ viewer, files, conversation }: TurnDraft): QuestionFiles {
  return { userId: viewer.userId, own: files, earlier: conversation.earlierFiles };
}

function toAdmitted(
  draft: TurnDraft,
  sent: string,
  judgement: QuestionJudgement,
  retrieved: Promise<Retrieved>,
  trace: Trace,
): AdmittedTurn {
  const { id, chatId, messageId: questionId, viewer, chain, prompt, title, titler } = draft;
  const history = historyOf(draft);
  const topics = noticedTopics(judgement.topics);
  const asked = { id, chatId, questionId, viewer, question: sent, history, files: filesOf(draft) };
  const typed = typedOtherwise(draft, sent, history);
  return {
    kind: "admitted",
    ...asked,
    typed,
    chain,
    prompt,
    title,
    titler,
    judgement,
    topics,
    retrieved,
    trace,
  };
}

function typedOtherwise(
  { body, conversation }: TurnDraft,
  sent: string,
  history: readonly HistoryMessage[],
): string[] {
  const earlier = conversation.history.filter(({ text }, index) => text !== history[index]?.text);
  return [...(sent === body.text ? [] : [body.text]), ...earlier.map(({ text }) => text)];
}

import "server-only";
import type { NoticeCode } from "@/lib/protocol/notice";

/** What the server tells people. The page's own words are in strings.ts. */
export const sentences = {
  unauthorized: "Please sign in, or start as a guest.",
  badOrigin: "This request came from another site.",
  notJson: "The request must be JSON with the content type application/json.",
  tooLarge: "This is too long. Please shorten it.",
  emptyQuestion: "Please write a question.",
  notFound: "There is no such chat.",
  pageNotFound: "There is nothing at this address, or it is not yours to see.",
  questionNotFound: "There is no such question in this chat.",
  conflictName: "Another question was already asked under this id.",
  conflictRunning: "This chat is still being answered. Wait for the answer, or stop it.",
  unknownModel: "This model cannot be chosen here.",
  inputBlocked: "This message can't be processed. Please rephrase it in plain words and try again.",
  tooManyRequests: "You are asking faster than can be answered. Please wait a moment.",
  turnsPerMinute: "That was a lot of questions in a minute. Please wait a moment.",
  turnsPerDay: "You have used up today's questions. They start afresh at midnight UTC.",
  tokensPerDay: "You have used up what can be read and written today. It starts afresh at midnight UTC.",
  usdPerDay: "You have used up today's budget. It starts afresh at midnight UTC.",
  noSuchTurn: "There is no such answer.",
  noSuchAccount: "There is no such account.",
  noBanOfOneself: "You cannot ban yourself.",
  alreadyDecided: "Somebody else has decided this already.",
  noSimulatorAt: (address: string) => `Nothing at ${address} does this: is it the provider simulator?`,
  noSuchSession: "This session has ended already.",
  wrongWord: "Type the word as it is shown to delete the account.",
  lastAdmin: "You are the only admin. Make somebody else an admin first.",
  turnsStillRunning: "An answer is still being written. Please try again in a moment.",
  tooManyExports: "You have just downloaded your data. Please wait a moment.",
  internal: "Something went wrong on our side. Please try again.",
  shuttingDown: "The server is restarting. Please try again in a moment.",
  modelUnavailable: "No model could answer. Please try again in a moment.",
} as const;

/** The sentence of each notice. */
export const noticeSentences: Readonly<Record<NoticeCode, string>> = {
  input_blocked: "This message can't be answered. Please rephrase it in plain words and try again.",
  high_stakes: "This is general information and no substitute for advice.",
  output_blocked: "The rest of this answer was withheld for safety.",
  output_redacted: "Parts of this answer were withheld for safety.",
  answered_by_backup: "The usual model did not answer, so a backup model did.",
  answered_from_cache: "This answer was given before to the same question.",
  answered_without_model: "No language model answered. This comes straight from the documents.",
  length_limit: "The answer was cut at its length limit.",
  model_unavailable: "No model could answer. Please try again in a moment.",
  interrupted: "The answer was interrupted. What arrived is kept.",
  stopped: "You stopped this answer.",
};

import "server-only";
import type { AttachmentFailure } from "@/lib/protocol/attachment";
import type { NoticeCode } from "@/lib/protocol/notice";
import { attachmentLimits, attachments, imageLimits } from "./attachments";

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

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
  fileTooLarge: `A file may have ${megabytes(attachmentLimits.maxFileBytes)} at most.`,
  fileEmpty: "This file is empty.",
  fileIsImage: "No model here takes images. Text, Markdown and PDF files can be read.",
  fileIsOtherImage: "This kind of image can't be read here. Save it as PNG or JPEG and add that.",
  imageBroken: "This image is damaged and can't be read.",
  imageTooLarge: `An image may have ${megabytes(imageLimits.maxBytes)} and ${imageLimits.maxUploadedSide} pixels a side at most.`,
  modelTakesNoImages: (model: string) =>
    `${model} does not take images. Choose another model, or remove them.`,
  noModelTakesImages: "No model takes images any more. Please remove them.",
  fileIsDocument: "This kind of file can't be read here. Save it as PDF or text and add that.",
  fileIsNotText: "This is neither a PDF nor text in UTF-8. Save it as one of these and add it again.",
  storageFull: `You have used up the ${megabytes(attachments.maxStoredBytes)} for your files. Delete chats with files that you no longer need; their space is free again after ${attachments.keepDeletedHours} hours.`,
  tooManyUploads: "These were many files at once. Please wait a moment.",
  tooManyFiles: `A question may have ${attachmentLimits.maxFiles} files at most.`,
  fileTwice: "The same file was added twice.",
  noSuchFile: "A file of this question is not there any more. Please add it again.",
  filePending: "A file of this question is still being read. Please try again in a moment.",
  fileFailed: "A file of this question can't be read. Please remove it.",
  fileOfOtherChat: "A file of this question belongs to another chat. Please add it again.",
  noFileHere: "There is no such file.",
  badFileName: "The name of the file is not percent-encoded UTF-8.",
  fileSent: "This file was sent with a question and stays with it.",
  internal: "Something went wrong on our side. Please try again.",
  shuttingDown: "The server is restarting. Please try again in a moment.",
  modelUnavailable: "No model could answer. Please try again in a moment.",
} as const;

/** Why a file cannot be read. */
export const fileFailureSentences: Readonly<Record<AttachmentFailure, string>> = {
  encrypted: "This PDF is protected by a password. Save it without one and add it again.",
  no_text: "This file has no text in it: it may be a scan. Only text can be read.",
  too_many_pages: `This PDF has more than ${attachments.maxPages} pages. Add the part that matters.`,
  broken: "This file is damaged and can't be read.",
  too_complex:
    "Reading this file would take too much time or memory. Save it in a simpler form and add that.",
  unread: "This file could not be read. Please add it again.",
};

/** The sentence of each notice. */
export const noticeSentences: Readonly<Record<NoticeCode, string>> = {
  input_blocked: "This message can't be answered. Please rephrase it in plain words and try again.",
  input_redacted:
    "Parts of your message were left out for safety. If they matter, please rephrase them in plain words and ask again.",
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
  attachment_shortened:
    "The attached text is longer than fits. The answer rests on the parts that fit the question best.",
  attachment_redacted: "Sentences of the attached text that try to instruct the assistant were left out.",
  image_unseen: "The model that answered takes no images, so it has not seen yours.",
  attachment_missing: "The attached files could not be read this time. The answer does without them.",
};

import type { ErrorCode } from "@/lib/protocol/error-codes";
import { accountStrings } from "./account-strings";

/** Every sentence the page shows by itself, by place. Sentences of the server are in sentences.ts. */
export const strings = {
  page: {
    skip: "Skip to the content",
    newChat: "New chat",
    chats: "Your chats",
    theme: "Theme",
    themes: { system: "Like the system", light: "Light", dark: "Dark" },
  },
  empty: {
    heading: "What would you like to know?",
    suggestions: "Suggestions",
    legal: "Legal",
  },
  composer: {
    label: "Your question",
    placeholder: "Ask a question",
    send: "Send",
    stop: "Stop",
    stopping: "Stopping",
    hint: "Enter sends, Shift+Enter starts a new line.",
  },
  transcript: {
    label: "Conversation",
    question: "You asked",
    answer: "Answer",
    waiting: "Answering",
    toLatest: "Go to the latest",
    copyAnswer: "Copy the answer",
    regenerate: "Answer again",
    unanswered: "There is no answer to this question.",
  },
  versions: {
    label: "Versions",
    previous: "Previous version",
    next: "Next version",
    position: (number: number, count: number) => `Version ${number} of ${count}`,
  },
  edit: {
    open: "Edit the question",
    field: "Your question, rewritten",
    hint: "The question as it was stays as another version.",
    send: "Ask",
    cancel: "Cancel",
  },
  announcements: {
    answering: "Answering",
    answered: (text: string) => `Answer: ${text}`,
  },
  copy: { done: "Copied", failed: "The browser did not allow copying" },
  code: { copy: "Copy the code", plain: "text" },
  sources: {
    label: "Sources",
    source: "Source",
    mark: (number: number, title: string) => `Source ${number}: ${title}`,
    openPage: "Open the page",
  },
  notices: { again: "Answer again" },
  errors: {
    again: "Try again",
    againIn: (wait: string) => `Try again in ${wait}`,
    reload: "Reload the page",
    showRunning: "Show it",
    reconnect: "Reconnect",
    reconnecting: "The connection was lost. Reconnecting…",
    disconnected:
      "The connection was lost. The answer goes on without you and will be here when you are back.",
    offline:
      "The question could not be sent: there is no connection to the server. It is back in the field below.",
    stopFailed: "The answer could not be stopped: there is no connection to the server.",
    /** For a refusal that came without a sentence of its own, e.g. from a proxy in front of the server. */
    byCode: {
      bad_request: "The server did not understand this question.",
      unauthorized: "You are no longer signed in.",
      budget_exceeded: "The budget for today is used up.",
      forbidden: "You may not do this.",
      not_found: "This chat does not exist, or it is not yours.",
      conflict: "Another answer is still being written in this chat.",
      too_large: "This question is too long. Shorten it and send it again.",
      input_blocked: "This question was refused. Change it and send it again.",
      quota_exceeded: "That was too many questions at once.",
      internal: "Something went wrong on the server.",
      model_unavailable: "No model can answer at the moment.",
    } satisfies Record<ErrorCode, string>,
  },
  chats: {
    heading: "Your chats",
    empty: "You have not asked anything yet.",
    first: "Ask the first question",
    untitled: "Untitled",
  },
  account: accountStrings,
  knowledge: {
    heading: "Documents",
    introduction: "What the answers rest on.",
    empty: "There are no documents yet. Put markdown files into the folder knowledge/ and restart.",
    all: "All documents",
    contents: "On this page",
    linkTo: (heading: string) => `Link to “${heading}”`,
  },
  notFound: {
    title: "Page not found",
    text: "There is nothing at this address, or it is not yours to see.",
    home: "Ask a question",
  },
  fault: {
    title: "Something went wrong",
    text: "The page could not be shown. Nothing you have asked is lost.",
    reference: "Reference",
    again: "Try again",
    support: "Write to us",
  },
} as const;

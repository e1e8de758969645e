import type { ErrorCode } from "@/lib/protocol/error-codes";
import { accountStrings } from "./account-strings";
import { adminStrings } from "./admin-strings";

/** Every sentence the page shows by itself, by place. Sentences of the server are in sentences.ts. */
export const strings = {
  /** The language that these are in, as BCP 47 names it: numbers, dates and spans of time are written its way. */
  language: "en",
  page: {
    skip: "Skip to the content",
    newChat: "New chat",
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
  queue: {
    send: "Send after this answer",
    label: "Waits for the answer",
    withdraw: "Withdraw",
  },
  quota: {
    turns: (turns: number) =>
      turns === 0
        ? "No question is left today."
        : turns === 1
          ? "One question is left today."
          : `${turns} questions are left today.`,
    allowance: (percent: number) => `${percent} % of today’s allowance is left.`,
  },
  models: {
    automatic: "Automatic",
    label: (name: string) => `Model: ${name}`,
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
  feedback: {
    up: "Good answer",
    down: "Bad answer",
    report: "Report this answer",
    whatWasWrong: "What was wrong? You need not say.",
    whyReport: "What should a person look at?",
    send: "Send",
    cancel: "Cancel",
    thanks: "Thank you. A person will look at it.",
    failed: "This could not be sent. Please try again.",
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
  history: {
    label: "Your chats",
    open: "Show your chats",
    close: "Close",
    search: "Search your chats",
    empty: "Your chats will be here.",
    nothingFound: "No chat has these words.",
    failed: "This did not work. Please try again.",
    groups: {
      pinned: "Pinned",
      today: "Today",
      yesterday: "Yesterday",
      week: "Previous 7 days",
      older: "Older",
      found: "Found",
    },
    actions: (title: string) => `Actions for “${title}”`,
    share: "Share",
    markdown: "Download as Markdown",
    json: "Download as JSON",
    rename: "Rename",
    newTitle: "New title",
    save: "Save",
    pin: "Pin",
    unpin: "Unpin",
    remove: "Delete",
    removed: (title: string) => `“${title}” was deleted.`,
    undo: "Undo",
  },
  share: {
    title: (title: string) => `Share “${title}”`,
    description:
      "Everyone who has the link can read this chat as it is now, without your name. What you ask later is not shared.",
    link: "Link to the chat",
    copy: "Copy the link",
    create: "Make a link",
    created: "The link is ready.",
    update: "Share it as it is now",
    updated: "The link shows the chat as it is now.",
    revoke: "Revoke the link",
    revoked: "The link is dead.",
    readOnly: "A shared chat, to read only. Answers come from a language model and can be wrong.",
    askYourself: "Ask something yourself",
  },
  account: accountStrings,
  admin: adminStrings,
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

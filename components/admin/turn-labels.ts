import type { NoticeCode } from "@/lib/protocol/notice";
import type { TurnStatus } from "@/lib/protocol/review/turn-list";
import type { FlagRecord, VerdictRecord } from "@/lib/protocol/review/turn-record";

/** How codes of the record are said to people. */
export const statusLabels: Readonly<Record<TurnStatus, string>> = {
  RUNNING: "Running",
  COMPLETED: "Completed",
  STOPPED: "Stopped",
  INTERRUPTED: "Interrupted",
  FAILED: "Failed",
  BLOCKED: "Blocked",
};

export const noticeLabels: Readonly<Record<NoticeCode, string>> = {
  input_blocked: "Question blocked",
  output_blocked: "Answer blocked",
  output_redacted: "Answer redacted",
  answered_by_backup: "Backup model",
  answered_from_cache: "From cache",
  answered_without_model: "Without model",
  length_limit: "Length limit",
  model_unavailable: "No model",
  interrupted: "Interrupted",
  stopped: "Stopped",
  high_stakes: "High stakes",
  attachment_shortened: "File shortened",
  attachment_redacted: "File redacted",
  attachment_missing: "File missing",
};

/** A notice of a later version may be on record: then its code says what there is to say. */
export function noticeLabel(code: string): string {
  const known: Readonly<Record<string, string>> = noticeLabels;
  return known[code] ?? code;
}

/** The notices that say more than the status beside them. */
export function noticesBeside(status: TurnStatus, notices: readonly string[]): readonly string[] {
  return notices.filter((code) => code !== status.toLowerCase());
}

export const flagKindLabels: Readonly<Record<FlagRecord["kind"], string>> = {
  GUARD_BLOCK: "Blocked by a guard",
  GUARD_FLAG: "Flagged by a guard",
  FEEDBACK: "Thumbs down",
  REPORT: "Reported",
};

export const decisionLabels = { RIGHT: "Right", WRONG: "Wrong" } as const;

export const verdictLabels: Readonly<Record<VerdictRecord["verdict"], string>> = {
  ALLOW: "Allow",
  FLAG: "Flag",
  REDACT: "Redact",
  BLOCK: "Block",
};

export const surfaceLabels: Readonly<Record<VerdictRecord["surface"], string>> = {
  QUESTION: "Question",
  DOCUMENT: "Document",
  TEXT: "Answer, as the model wrote it",
  REASONING: "Reasoning, as the model wrote it",
  TOOL: "Tool result",
  ATTACHMENT: "Attached file",
};

export const purposeLabels: Readonly<Record<string, string>> = {
  ANSWER: "Answers",
  TITLE: "Titles",
  JUDGE: "Judges",
  EMBEDDING: "Embeddings",
};

export const actionLabels: Readonly<Record<string, string>> = {
  "flag.decide": "decided a flag",
  "flag.reopen": "took a decision back",
  "user.change-plan": "changed plan or limits",
  "user.ban": "banned",
  "user.unban": "lifted the ban",
  "user.sign-out": "signed out everywhere",
  "user.set-role": "changed the role",
  "user.reset-link": "made a link for a new password",
  "user.create": "created the account",
  "user.update": "changed the account",
  "user.set-password": "set a new password",
};

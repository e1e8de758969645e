import type { AttachmentKind } from "../attachment";
import type { MessageContent } from "../message-content";
import type { TurnStatus } from "./turn-list";

/** Everything on record about one turn. Money is nano-dollars, times milliseconds. */
export type TurnRecord = {
  readonly id: string;
  readonly chatId: string;
  readonly status: TurnStatus;
  readonly userId: string;
  readonly userName: string | null;
  readonly userEmail: string | null;
  readonly plan: string;
  readonly modelRequested: string | null;
  readonly modelAnswered: string | null;
  readonly promptVersionId: string | null;
  readonly promptContent: string | null;
  readonly guardPolicyVersion: string;
  readonly notices: readonly string[];
  readonly errorCode: string | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly reservedNanos: bigint;
  readonly costNanos: bigint | null;
  readonly withheldLength: number;
  readonly firstContentMs: number | null;
  readonly durationMs: number | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly question: MessageContent | null;
  readonly answer: MessageContent | null;
  readonly stages: readonly Stage[];
  /** Files that were sent with the question. */
  readonly attachments: readonly AttachmentRecord[];
  readonly passages: readonly GivenPassage[];
  readonly attempts: readonly AttemptRecord[];
  readonly verdicts: readonly VerdictRecord[];
  readonly flags: readonly FlagRecord[];
  readonly feedback: readonly FeedbackRecord[];
};

export type Stage = {
  readonly stage: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: string;
};

/** A file and what was read from it; the text is null when its owner is gone, or it never could be read. */
export type AttachmentRecord = {
  readonly id: string;
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly byteLength: number;
  readonly pages: number | null;
  readonly text: string | null;
  /** The file itself is still kept. */
  readonly isStored: boolean;
};

/** A passage that the answer was given; its text is null when the document has changed since. */
export type GivenPassage = {
  readonly id: string;
  readonly number: number;
  readonly score: number;
  readonly title: string | null;
  readonly headings: readonly string[];
  readonly text: string | null;
};

/** One call to one model; the bytes are read apart, for they are many. */
export type AttemptRecord = {
  readonly id: string;
  readonly purpose: string;
  readonly status: string;
  readonly provider: string;
  readonly modelRequested: string;
  readonly modelAnswered: string | null;
  readonly fingerprint: string | null;
  readonly providerResponseId: string | null;
  readonly temperature: number | null;
  readonly seed: number | null;
  readonly maxOutputTokens: number;
  readonly finishReason: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly requestUrl: string | null;
  readonly requestHeaders: Readonly<Record<string, string>> | null;
  readonly responseStatus: number | null;
  readonly responseHeaders: Readonly<Record<string, string>> | null;
  readonly inputUncachedTokens: number;
  readonly inputCacheReadTokens: number;
  readonly inputCacheWriteTokens: number;
  readonly outputTextTokens: number;
  readonly outputReasoningTokens: number;
  readonly usageEstimated: boolean;
  readonly price: Readonly<Record<string, string>>;
  readonly costNanos: bigint;
  readonly firstContentMs: number | null;
  readonly durationMs: number | null;
  readonly startedAt: Date;
};

export type VerdictRecord = {
  readonly id: string;
  readonly guard: string;
  readonly surface: "QUESTION" | "DOCUMENT" | "TEXT" | "REASONING" | "TOOL" | "ATTACHMENT";
  readonly verdict: "ALLOW" | "FLAG" | "REDACT" | "BLOCK";
  readonly acted: boolean;
  readonly reason: string;
  readonly score: number | null;
  /** UTF-16 indexes into the text that was judged; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly withheldLength: number;
};

export type FlagRecord = {
  readonly id: string;
  readonly kind: "GUARD_BLOCK" | "GUARD_FLAG" | "FEEDBACK" | "REPORT";
  readonly reason: string;
  readonly decision: "RIGHT" | "WRONG" | null;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly createdAt: Date;
};

export type FeedbackRecord = {
  readonly rating: "UP" | "DOWN";
  readonly reason: string | null;
  readonly createdAt: Date;
};

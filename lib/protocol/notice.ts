/** Why the user sees less, or something else, than the model's plain answer. Sent as a `data-notice` part. */
export const noticeCodes = [
  "input_blocked",
  "input_redacted",
  "high_stakes",
  "output_blocked",
  "output_redacted",
  "answered_by_backup",
  "answered_from_cache",
  "answered_without_model",
  "length_limit",
  "model_unavailable",
  "interrupted",
  "stopped",
  "attachment_shortened",
  "attachment_redacted",
  "attachment_missing",
  "image_unseen",
] as const;

export type NoticeCode = (typeof noticeCodes)[number];

export type Notice = {
  readonly code: NoticeCode;
  /** A whole sentence for the person who reads the answer. */
  readonly message: string;
  /** What a person can quote and an admin can search for: the turn's id. */
  readonly turnId: string;
  readonly retryAfterSeconds?: number;
};

import type { UIMessage } from "ai";
import type { AttachmentReference } from "./attachment";
import type { ExpectedWait } from "./expected-wait";
import type { Rating } from "./feedback";
import type { Notice } from "./notice";
import type { Source } from "./passage";

/** Parts of ours in the UI message stream, by the name behind `data-`. */
export type ChatDataParts = {
  /** On questions, one for each file. */
  attachment: AttachmentReference;
  notice: Notice;
  sources: { readonly sources: readonly Source[] };
  /** What the chat is called now; told once and not kept. */
  title: { readonly title: string };
  usage: { readonly inputTokens: number; readonly outputTokens: number; readonly costNanos: string };
};

export type ChatMetadata = {
  readonly turnId: string;
  readonly parentId: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
  /** All versions of this message, itself among them, oldest first; set when there is more than one. */
  readonly siblingIds?: readonly string[];
  /** What its reader thought of an answer. */
  readonly rating?: Rating;
  /** Set on answers. */
  readonly model?: string;
  /** Set on answers that are just beginning. */
  readonly expectedWait?: ExpectedWait;
};

/** The message type that browser and server share. */
export type ChatMessage = UIMessage<ChatMetadata, ChatDataParts>;

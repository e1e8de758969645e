import "server-only";
import type { AttachmentLimits } from "@/lib/protocol/attachment";
import type { AttemptLimit } from "./accounts";

/** What the page tells people before they send a file. */
export const attachmentLimits: Omit<AttachmentLimits, "images"> = {
  maxFiles: 4,
  maxFileBytes: 5_000_000,
  accept: ".txt,.md,.markdown,.log,.csv,.json,.pdf,text/plain,text/markdown,application/pdf",
};

/** Pictures, taken only where a model of the chain takes them. */
export const imageLimits = {
  /** Beside `attachmentLimits.accept`: the page turns whatever the browser can show into what a model takes. */
  accept: "image/*",
  /** Every request that carries it is kept whole; what the page sends is smaller. Anthropic takes 5 MB, as base64. */
  maxBytes: 1_500_000,
  /** What the page makes pictures smaller than. Anthropic scales down what is longer (Vision, "Evaluate image size"). */
  maxSide: 1_568,
  /** What is longer is refused by Anthropic. */
  maxUploadedSide: 8_000,
  /** Segments or chunks of a file. Libraries write a few hundred; a million empty ones took seconds to look through. */
  maxParts: 10_000,
  /** That go with one question, those of earlier questions included, the newest. */
  maxPerQuestion: 4,
  /**
   * Set aside for each, and counted where a provider does not say: OpenAI's 1,536 patches of 32 pixels times 1.62 for its
   * small models, the dearest of the listed ones (Images and vision, "Calculating costs", 2026-11); Anthropic: 1,600.
   */
  tokens: 2_500,
} as const;

/** Files that people add to their questions. */
export const attachments = {
  /** All files of one person that are kept, those of chats deleted less than `keepDeletedHours` ago included. */
  maxStoredBytes: 50_000_000,
  maxNameLength: 120,
  maxPages: 200,
  /** What is read of a file, in UTF-16 units; what follows is left out, and the answer says so. */
  maxTextLength: 200_000,
  /** Control characters that no text holds, as a share; terminal logs have a few. */
  maxControlShare: 0.02,
  /** A file that was uploaded and never sent is deleted after these. */
  keepUnsentHours: 24,
  /** After these, the files of a deleted chat are deleted; what was read from them stays on record. */
  keepDeletedHours: 24,
  /**
   * Tokens that files may add to a question, and set aside for them before they are known. As the model gets them, with
   * marks between the words: 16,000 are about 6,500 words of English.
   */
  maxTokens: 16_000,
  /** Of these, what files of earlier questions of the same chat may take. */
  maxEarlierTokens: 8_000,
  /** Files of earlier questions that are looked at, the newest. */
  maxEarlierFiles: 4,
  /** Pieces that are chosen from, in UTF-16 units. */
  pieceLength: 1_200,
  /** Words of a question are compared by these first letters: enough to tell words apart, few enough for their endings. */
  stemLength: 6,
  /**
   * An earlier file goes before the documents of the knowledge base when its best piece has this share of what the
   * question asks for.
   */
  earlierFirstShare: 0.5,
} as const;

/** Uploads of one person, and of one client address where the plan is limited by address. */
export const uploadLimits = {
  minute: { perMinute: 20, burst: 12 },
  day: { perMinute: 200 / (24 * 60), burst: 200 },
} as const satisfies Readonly<Record<string, AttemptLimit>>;

/** Bytes of all uploads that one server reads at the same time: they are in memory until they are stored. */
export const maxUploadBytesAtOnce = 100_000_000;

/**
 * Bytes of images that one server has under way to models: a call holds about four times as much, as it is, as JSON and as
 * what is kept of the request.
 */
export const maxImageBytesAtOnce = 60_000_000;

/** The job that reads a file. A PDF is hostile input: it is read in a thread that can be ended. */
export const extraction = {
  /** Files read at the same time by one server, at most one of each person. */
  concurrency: 2,
  /** Tries of a file whose server was lost, the first not counted. */
  retries: 2,
  /** A server that reads a file says so this often; one that does not is taken for lost. */
  heartbeatSeconds: 10,
  /** How often lost ones are looked for. */
  watchSeconds: 15,
  maxMs: 15_000,
  maxHeapMegabytes: 128,
  /** Beside the heap: unpacked streams. */
  maxBufferBytes: 192_000_000,
  /** How often the size is looked at. */
  checkMs: 50,
  /** How long a server that ends waits for files it is reading; then another one reads them. */
  drainMs: 5_000,
} as const;

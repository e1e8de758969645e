/** What a file is, by its content. */
export type AttachmentKind = "text" | "markdown" | "pdf" | "image";

/** The formats of images that models and browsers know. */
export type ImageType = "image/png" | "image/jpeg" | "image/webp";

/** A file as the message that it was sent with names it. */
export type AttachmentReference = {
  readonly id: string;
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly byteLength: number;
  /** Null for files that have none. */
  readonly pages: number | null;
};

/** Answer of POST /api/attachments and of GET /api/attachments/[id]. */
export type AttachmentState = AttachmentReference & {
  readonly status: "pending" | "ready" | "failed";
  /** A sentence for the person whose file it is; set when it cannot be read. */
  readonly message?: string;
};

/** Header of POST /api/attachments: the file's name, percent-encoded. The body is the file. */
export const FILE_NAME_HEADER = "x-file-name";

/** Why a stored file cannot be read. */
export const attachmentFailures = [
  "encrypted",
  "no_text",
  "too_many_pages",
  "broken",
  "too_complex",
  "unread",
] as const;

export type AttachmentFailure = (typeof attachmentFailures)[number];

/** What the page needs to know before it sends a file. */
export type AttachmentLimits = {
  readonly maxFiles: number;
  readonly maxFileBytes: number;
  /** For the browser's file dialog. What a file is, its content decides on the server. */
  readonly accept: string;
  /** Null where no model takes images. The page makes them this small before it sends them; the side is in pixels. */
  readonly images: { readonly maxBytes: number; readonly maxSide: number } | null;
};

import "server-only";
import { attachments, imageLimits } from "@/lib/config/attachments";
import { fileFailureSentences, sentences } from "@/lib/config/sentences";
import {
  type AttachmentRow,
  deleteUnsentAttachment,
  findAttachmentFile,
  findAttachments,
  insertAttachment,
} from "@/lib/db/attachments";
import { newId } from "@/lib/db/ids";
import type { Queryable } from "@/lib/db/pool";
import type { AttachmentKind, AttachmentState } from "@/lib/protocol/attachment";
import { ChatError } from "@/lib/protocol/chat-error";
import { cleanName } from "./clean-name";
import { describeAttachment } from "./describe-attachment";
import { type DetectedKind, detectKind } from "./detect-kind";
import { cleanImage } from "./images/clean-image";

/** A file that a person sends. */
type Upload = {
  readonly userId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly content: Uint8Array;
};

/** What becomes of a file beside being stored. */
type Handling = {
  /** A model takes images. */
  readonly takesImages: boolean;
  /** Has a file read, once it is stored. */
  readonly sendJob: (id: string, db: Queryable) => Promise<void>;
};

const kinds = { text: "TEXT", markdown: "MARKDOWN", pdf: "PDF", image: "IMAGE" } as const;

const refusals: Readonly<Record<Exclude<DetectedKind, AttachmentKind>, string>> = {
  empty: sentences.fileEmpty,
  "other-image": sentences.fileIsOtherImage,
  document: sentences.fileIsDocument,
  other: sentences.fileIsNotText,
};

/**
 * Stores a person's file and sends for it to be read, both or neither. Of an image only the picture is stored, and there
 * is nothing to read.
 * @throws ChatError bad_request (no kind of file that can be read), too_large (an image), conflict (no room for it)
 */
export async function storeUpload(upload: Upload, handling: Handling): Promise<AttachmentState> {
  const { userId, tenantId } = upload;
  const name = cleanName(upload.name);
  const kind = detectKind(upload.content, name);
  if (!isKind(kind)) throw new ChatError("bad_request", refusals[kind]);
  const isImage = kind === "image";
  const content = isImage ? pictureOf(upload.content, handling.takesImages) : upload.content;
  const id = newId();
  const status = isImage ? "READY" : "PENDING";
  const file = { id, name, kind: kinds[kind], tenantId, userId, content, status } as const;
  const isStored = await insertAttachment(file, attachments.maxStoredBytes, async (db) => {
    if (!isImage) await handling.sendJob(id, db);
  });
  if (!isStored) throw new ChatError("conflict", sentences.storageFull);
  const state = isImage ? "ready" : "pending";
  return { id, name, kind, byteLength: content.byteLength, pages: null, status: state };
}

function isKind(kind: DetectedKind): kind is AttachmentKind {
  return kind in kinds;
}

function pictureOf(content: Uint8Array, takesImages: boolean): Uint8Array {
  if (!takesImages) throw new ChatError("bad_request", sentences.fileIsImage);
  const image = cleanImage(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  if (image === "broken") throw new ChatError("bad_request", sentences.imageBroken);
  if (image === "huge" || image.content.byteLength > imageLimits.maxBytes)
    throw new ChatError("too_large", sentences.imageTooLarge);
  return image.content;
}

/** How it stands with a person's file. @throws ChatError not_found */
export async function findUpload(id: string, userId: string): Promise<AttachmentState> {
  return stateOf(await requireOne(id, userId));
}

/** A person's file as it was uploaded. @throws ChatError not_found */
export async function findUploadedFile(
  id: string,
  userId: string,
): Promise<{ readonly name: string; readonly content: Uint8Array<ArrayBuffer> }> {
  const file = await findAttachmentFile(id, userId);
  if (file === null) throw new ChatError("not_found", sentences.noFileHere);
  return file;
}

/** Takes a file back that was not sent. @throws ChatError not_found, conflict (it was sent) */
export async function deleteUpload(id: string, userId: string): Promise<void> {
  if (await deleteUnsentAttachment(id, userId)) return;
  await requireOne(id, userId);
  throw new ChatError("conflict", sentences.fileSent);
}

async function requireOne(id: string, userId: string): Promise<AttachmentRow> {
  const [row] = await findAttachments([id], userId);
  if (row === undefined) throw new ChatError("not_found", sentences.noFileHere);
  return row;
}

function stateOf(row: AttachmentRow): AttachmentState {
  const status = ({ PENDING: "pending", READY: "ready", FAILED: "failed" } as const)[row.status];
  const message = row.reason === null ? {} : { message: fileFailureSentences[row.reason] };
  return { ...describeAttachment(row), status, ...message };
}

import "server-only";
import { detectImageType } from "@/lib/attachments/images/detect-image-type";
import { imageLimits, maxImageBytesAtOnce } from "@/lib/config/attachments";
import { getLogger } from "@/lib/config/logger";
import { findAttachedImages } from "@/lib/db/attachments";
import type { AttachmentReference, ImageType } from "@/lib/protocol/attachment";
import type { QuestionFiles } from "./gather-attached";
import { safeName } from "./safe-name";

declare global {
  var parapetImageBytes: number | undefined;
}

/** An image as it goes to a model that takes images. */
export type OutgoingImage = {
  readonly name: string;
  readonly mediaType: ImageType;
  readonly content: Uint8Array<ArrayBuffer>;
};

export type GatheredImages = {
  /** Those of the question in its order, then those of earlier questions, the newest first. */
  readonly images: readonly OutgoingImage[];
  /** One of the question's own is not among them. */
  readonly isIncomplete: boolean;
  /** To be called once the answer has ended: others wait for the room. */
  readonly release: () => void;
};

/**
 * The images that go with a question: its own, and as many of the chat's earlier ones as there is room for. Never rejects:
 * where they can't be read, or too many are in memory already, the answer does without them.
 */
export async function gatherImages({ userId, own, earlier }: QuestionFiles): Promise<GatheredImages> {
  const ownIds = idsOf(own);
  const ids = idsOf([...own, ...earlier]);
  const nothing = { images: [], isIncomplete: ownIds.length > 0, release: () => undefined };
  if (ids.length === 0) return nothing;
  const bytes = boundOf(own, earlier);
  if (!hold(bytes)) {
    getLogger().warn("images were left out: too many are being answered at once");
    return nothing;
  }
  try {
    const found = await findAttachedImages(ids, userId, imageLimits.maxPerQuestion);
    const images = found.flatMap(({ name, content }) => {
      const mediaType = detectImageType(content);
      return mediaType === null ? [] : [{ name: safeName(name), mediaType, content }];
    });
    const isIncomplete = !ownIds.every((id) => found.some((image) => image.id === id));
    return { images, isIncomplete, release: () => void hold(-bytes) };
  } catch (error) {
    hold(-bytes);
    getLogger().error({ error }, "attached images could not be read");
    return nothing;
  }
}

/** How many images can go with a question. */
export function countImages(
  own: readonly AttachmentReference[],
  earlier: readonly AttachmentReference[],
): number {
  return Math.min(imageLimits.maxPerQuestion, idsOf([...own, ...earlier]).length);
}

/** Each once: a question that is asked again has the same files. */
function idsOf(files: readonly AttachmentReference[]): string[] {
  return [...new Set(files.filter(({ kind }) => kind === "image").map(({ id }) => id))];
}

function boundOf(own: readonly AttachmentReference[], earlier: readonly AttachmentReference[]): number {
  const sizes = [...own, ...earlier].flatMap(({ kind, byteLength }) =>
    kind === "image" ? [byteLength] : [],
  );
  const largest = sizes.sort((a, b) => b - a).slice(0, imageLimits.maxPerQuestion);
  return largest.reduce((sum, size) => sum + size, 0);
}

/** @returns false when there is no room for so many more bytes */
function hold(bytes: number): boolean {
  const held = (globalThis.parapetImageBytes ?? 0) + bytes;
  if (bytes > 0 && held > maxImageBytesAtOnce) return false;
  globalThis.parapetImageBytes = held;
  return true;
}

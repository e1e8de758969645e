import "server-only";
import { detectImageType } from "@/lib/attachments/images/detect-image-type";
import { imageLimits } from "@/lib/config/attachments";
import { findAttachedImages } from "@/lib/db/attachments";
import type { AttachmentReference, ImageType } from "@/lib/protocol/attachment";
import type { QuestionFiles } from "./gather-attached";
import { safeName } from "./safe-name";

/** An image as it goes to a model that takes images. */
export type OutgoingImage = {
  readonly name: string;
  readonly mediaType: ImageType;
  readonly content: Uint8Array<ArrayBuffer>;
};

type Gathered = {
  /** Those of the question in its order, then those of earlier questions, the newest first. */
  readonly images: readonly OutgoingImage[];
  /** One of the question's own is not there any more. */
  readonly isIncomplete: boolean;
};

/** The images that go with a question: its own, and as many of the chat's earlier ones as there is room for. */
export async function gatherImages({ userId, own, earlier }: QuestionFiles): Promise<Gathered> {
  const ownIds = idsOf(own);
  const ids = [...new Set([...ownIds, ...idsOf(earlier)])].slice(0, imageLimits.maxPerQuestion);
  if (ids.length === 0) return { images: [], isIncomplete: false };
  const found = await findAttachedImages(ids, userId);
  const images = found.flatMap(({ name, content }) => {
    const mediaType = detectImageType(content);
    return mediaType === null ? [] : [{ name: safeName(name), mediaType, content }];
  });
  return { images, isIncomplete: !ownIds.every((id) => found.some((image) => image.id === id)) };
}

/** How many images can go with a question. */
export function countImages(
  own: readonly AttachmentReference[],
  earlier: readonly AttachmentReference[],
): number {
  return Math.min(imageLimits.maxPerQuestion, idsOf([...own, ...earlier]).length);
}

function idsOf(files: readonly AttachmentReference[]): string[] {
  return files.filter(({ kind }) => kind === "image").map(({ id }) => id);
}

import "server-only";
import { imageLimits } from "@/lib/config/attachments";
import type { ImageType } from "@/lib/protocol/attachment";
import { cleanJpeg } from "./clean-jpeg";
import { cleanPng } from "./clean-png";
import { cleanWebp } from "./clean-webp";
import { detectImageType } from "./detect-image-type";

/** What is left of an image file, and how large the picture is, in pixels. */
export type CleanedImage = { readonly content: Buffer; readonly width: number; readonly height: number };

const cleaners: Readonly<Record<ImageType, (file: Buffer) => CleanedImage | null>> = {
  "image/png": cleanPng,
  "image/jpeg": cleanJpeg,
  "image/webp": cleanWebp,
};

/**
 * An image file with nothing in it but its picture: no place and time of a camera, no texts, no thumbnails, nothing behind
 * its end. Pixels are not decoded, so one that only claims to be a picture can pass; it stays bytes to us. O(length).
 * @returns the image; "broken" when it does not have its format's structure, "huge" when it has too many pixels
 */
export function cleanImage(file: Buffer): CleanedImage | "broken" | "huge" {
  const type = detectImageType(file);
  const image = type === null ? null : cleaners[type](file);
  if (image === null || image.width === 0 || image.height === 0) return "broken";
  return Math.max(image.width, image.height) > imageLimits.maxUploadedSide ? "huge" : image;
}

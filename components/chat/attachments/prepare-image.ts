import type { AttachmentLimits } from "@/lib/protocol/attachment";

/** Of what a PNG would be too large for, JPEG keeps what people and models see. */
const JPEG_QUALITY = 0.85;
/** A PNG of up to so many bytes is welcome even where the file was smaller. */
const SMALL_BYTES = 500_000;

/**
 * An image as it is sent: as small as models look at it, upright, in a format that they take, and with nothing of the
 * camera in it. What this browser can't show is left as it is, for the server to say what it makes of it.
 */
export async function prepareImage(
  file: File,
  { maxBytes, maxSide }: NonNullable<AttachmentLimits["images"]>,
): Promise<File> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return file;
  const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const drawing = canvas.getContext("2d");
  if (drawing === null) return file;
  drawing.imageSmoothingQuality = "high";
  drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // A photo that came as JPEG is none the better as PNG; a screenshot is, and may have see-through parts.
  const png = file.type === "image/jpeg" ? null : await toBlob(canvas, "image/png");
  const isSmall = png !== null && png.size <= Math.min(maxBytes, Math.max(SMALL_BYTES, file.size));
  if (isSmall) return rename(png, file.name, "png");
  drawing.globalCompositeOperation = "destination-over";
  drawing.fillStyle = "white";
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  const jpeg = await toBlob(canvas, "image/jpeg");
  return jpeg === null ? file : rename(jpeg, file.name, "jpg");
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY));
}

/** The ending tells what the file is now; one that does so already stays. */
function rename(content: Blob, name: string, ending: "png" | "jpg"): File {
  const isRight = ending === "png" ? /\.png$/i.test(name) : /\.jpe?g$/i.test(name);
  const renamed = isRight ? name : `${name.replace(/\.[a-z0-9]{1,5}$/i, "")}.${ending}`;
  return new File([content], renamed, { type: content.type });
}

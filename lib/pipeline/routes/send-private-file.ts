import "server-only";
import { detectImageType } from "@/lib/attachments/images/detect-image-type";

/**
 * Somebody's file, to be saved and never to be opened: a browser that took it for a page would run it as ours. An image is
 * one by its own bytes and has nothing in it but its picture, so it can be shown inside a page.
 */
export function sendPrivateFile(content: Uint8Array<ArrayBuffer>, name?: string): Response {
  return new Response(content, {
    headers: {
      "cache-control": "no-store",
      "content-type": detectImageType(content) ?? "application/octet-stream",
      "content-disposition":
        name === undefined ? "attachment" : `attachment; filename*=UTF-8''${encodeFileName(name)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

/** RFC 8187: what encodeURIComponent leaves as it is and a header may not hold. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

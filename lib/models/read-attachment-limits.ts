import "server-only";
import { attachmentLimits, imageLimits } from "@/lib/config/attachments";
import type { AttachmentLimits } from "@/lib/protocol/attachment";
import { getChain } from "./get-chain";

/** What the page needs to know of files; images count where a model of the chain takes them. */
export function readAttachmentLimits(): AttachmentLimits {
  if (!getChain().some(({ takesImages }) => takesImages)) return { ...attachmentLimits, images: null };
  const { accept, maxBytes, maxSide } = imageLimits;
  return {
    ...attachmentLimits,
    accept: `${attachmentLimits.accept},${accept}`,
    images: { maxBytes, maxSide },
  };
}

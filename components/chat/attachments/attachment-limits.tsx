"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { AttachmentLimits } from "@/lib/protocol/attachment";

const Limits = createContext<AttachmentLimits | null>(null);

/** Lets the page know what the server takes, so that what it would refuse is not sent first. */
export function AttachmentLimitsProvider({
  limits,
  children,
}: {
  limits: AttachmentLimits;
  children: ReactNode;
}) {
  return <Limits value={limits}>{children}</Limits>;
}

export function useAttachmentLimits(): AttachmentLimits {
  const limits = useContext(Limits);
  if (limits === null) throw new Error("Attachments are used outside of AttachmentLimitsProvider.");
  return limits;
}

/** Where in which file a passage stands. `start` and `end` are UTF-16 indexes into what was read of the file. */
export type AttachmentPlace = { readonly attachmentId: string; readonly start: number; readonly end: number };

/** The id of a passage that was read from a file; it says all that is needed to find it again. */
export function attachmentPassageId({ attachmentId, start, end }: AttachmentPlace): string {
  return `file:${attachmentId}:${start}:${end}`;
}

/** What a passage's id says; null when it is no file's. */
export function findAttachmentPlace(passageId: string): AttachmentPlace | null {
  const match = /^file:([0-9a-f-]{36}):(\d{1,9}):(\d{1,9})$/.exec(passageId);
  if (match === null) return null;
  const [, attachmentId = "", start, end] = match;
  return { attachmentId, start: Number(start), end: Number(end) };
}

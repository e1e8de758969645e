import { strings } from "@/lib/config/strings";
import type { AttachmentReference } from "@/lib/protocol/attachment";

/** A file of the question that is being written. */
export type FileEntry = {
  readonly key: string;
  readonly name: string;
  readonly byteLength: number;
  /** Set once the server has it. */
  readonly id?: string;
  readonly progress:
    | { readonly kind: "uploading"; readonly percent: number }
    | { readonly kind: "reading" }
    | { readonly kind: "ready"; readonly reference: AttachmentReference }
    | { readonly kind: "failed"; readonly message: string };
};

/** How it stands with all files together: the worst counts. */
export type FilesState = "ready" | "pending" | "failed";

export function stateOfFiles(entries: readonly FileEntry[]): FilesState {
  if (entries.some(({ progress }) => progress.kind === "failed")) return "failed";
  return entries.every(({ progress }) => progress.kind === "ready") ? "ready" : "pending";
}

/** An entry of a file that was ready before. */
export function entryOf(reference: AttachmentReference): FileEntry {
  const { id, name, byteLength } = reference;
  return { key: id, id, name, byteLength, progress: { kind: "ready", reference } };
}

/** What a person is told of a file beside its name and size. */
export function describeProgress({ progress }: FileEntry): string {
  const words = strings.attachments;
  switch (progress.kind) {
    case "uploading":
      return words.uploading(progress.percent);
    case "reading":
      return words.reading;
    case "ready":
      return words.ready;
    default:
      return progress.message;
  }
}

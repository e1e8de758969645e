import { strings } from "@/lib/config/strings";
import type { AttachmentRecord } from "@/lib/protocol/review/turn-record";
import { ScrollRegion } from "./scroll-region";

const words = strings.admin.turns.attachments;
const BYTES_IN_KILOBYTE = 1_000;
/** More than this of a file nobody reads here; the attempts have what the model was given of it. */
const MAX_SHOWN_LENGTH = 20_000;

type AttachmentListProps = { turnId: string; attachments: readonly AttachmentRecord[] };

/** The files of a question, each with what was read from it, or the picture that it is. */
export function AttachmentList({ turnId, attachments }: AttachmentListProps) {
  return (
    <ul className="divide-y rounded-xl border bg-card text-sm">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="px-3.5 py-2.5">
          <details>
            <summary className="flex cursor-pointer items-baseline gap-2">
              <span className="min-w-0 grow truncate">{attachment.name}</span>
              <span className="shrink-0 text-muted-foreground tabular-nums">
                {words.size(Math.ceil(attachment.byteLength / BYTES_IN_KILOBYTE), attachment.pages)}
              </span>
            </summary>
            <AttachmentContent turnId={turnId} attachment={attachment} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function AttachmentContent({ turnId, attachment }: { turnId: string; attachment: AttachmentRecord }) {
  const { id, name, kind, text, isStored } = attachment;
  if (kind === "image" && isStored)
    return (
      // biome-ignore lint/performance/noImgElement: it is private, so no optimiser may fetch and keep it.
      <img
        src={`/admin/turns/${turnId}/attachments/${id}`}
        alt={name}
        loading="lazy"
        className="mt-2 max-h-96 max-w-full rounded-lg bg-muted"
      />
    );
  if (text === null) return <p className="mt-2 text-muted-foreground">{words.gone}</p>;
  return (
    <ScrollRegion label={words.read(name)} className="mt-2 max-h-96 p-3">
      <p className="whitespace-pre-wrap break-words text-muted-foreground">
        {text.slice(0, MAX_SHOWN_LENGTH).replaceAll("\f", "\n\n")}
      </p>
      {text.length > MAX_SHOWN_LENGTH && <p className="mt-2">{words.cut(MAX_SHOWN_LENGTH, text.length)}</p>}
    </ScrollRegion>
  );
}

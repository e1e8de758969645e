import { strings } from "@/lib/config/strings";
import type { AttachmentRecord } from "@/lib/protocol/review/turn-record";
import { ScrollRegion } from "./scroll-region";

const words = strings.admin.turns.attachments;
const BYTES_IN_KILOBYTE = 1_000;
/** More than this of a file nobody reads here; the attempts have what the model was given of it. */
const MAX_SHOWN_LENGTH = 20_000;

/** The files of a question, each with what was read from it. */
export function AttachmentList({ attachments }: { attachments: readonly AttachmentRecord[] }) {
  return (
    <ul className="divide-y rounded-xl border bg-card text-sm">
      {attachments.map(({ id, name, byteLength, pages, text }) => (
        <li key={id} className="px-3.5 py-2.5">
          <details>
            <summary className="flex cursor-pointer items-baseline gap-2">
              <span className="min-w-0 grow truncate">{name}</span>
              <span className="shrink-0 text-muted-foreground tabular-nums">
                {words.size(Math.ceil(byteLength / BYTES_IN_KILOBYTE), pages)}
              </span>
            </summary>
            {text === null ? (
              <p className="mt-2 text-muted-foreground">{words.gone}</p>
            ) : (
              <ScrollRegion label={words.read(name)} className="mt-2 max-h-96 p-3">
                <p className="whitespace-pre-wrap break-words text-muted-foreground">
                  {text.slice(0, MAX_SHOWN_LENGTH).replaceAll("\f", "\n\n")}
                </p>
                {text.length > MAX_SHOWN_LENGTH && (
                  <p className="mt-2">{words.cut(MAX_SHOWN_LENGTH, text.length)}</p>
                )}
              </ScrollRegion>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

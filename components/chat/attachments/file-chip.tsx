import { CircleAlert, FileText, LoaderCircle, X } from "lucide-react";
import type { MouseEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import { describeProgress, type FileEntry } from "./file-entry";
import { formatBytes } from "./format-bytes";
import { Thumbnail } from "./thumbnail";

type FileChipProps = { entry: FileEntry; onRemove: (event: MouseEvent<HTMLElement>) => void };

/** A file of the question that is being written: what it is, how far it is, and a way to take it back. */
export function FileChip({ entry, onRemove }: FileChipProps) {
  const { name, byteLength, progress } = entry;
  const hasFailed = progress.kind === "failed";
  return (
    <li
      className={classNames(
        "relative flex min-w-0 max-w-full items-center gap-2 overflow-hidden rounded-xl border bg-muted py-1 pr-1 pl-2.5 text-sm motion-safe:animate-appear",
        hasFailed && "border-input",
      )}
    >
      {progress.kind === "ready" && progress.reference.kind === "image" ? (
        <Thumbnail id={progress.reference.id} className="size-9" />
      ) : (
        <ChipIcon kind={progress.kind} />
      )}
      <div className="min-w-0">
        <p className="truncate">{name}</p>
        <p className={classNames("text-muted-foreground text-xs", !hasFailed && "truncate tabular-nums")}>
          {progress.kind === "ready" ? detailsOf(progress.reference) : describeProgress(entry)}
          {(progress.kind === "uploading" || progress.kind === "reading") && ` · ${formatBytes(byteLength)}`}
        </p>
      </div>
      <IconButton
        label={strings.attachments.remove(name)}
        size="iconSmall"
        className="shrink-0"
        onClick={onRemove}
      >
        <X aria-hidden />
      </IconButton>
      {progress.kind === "uploading" && (
        <span
          aria-hidden
          className="absolute bottom-0 left-0 h-0.5 bg-primary transition-[width]"
          style={{ width: `${progress.percent}%` }}
        />
      )}
    </li>
  );
}

function ChipIcon({ kind }: { kind: FileEntry["progress"]["kind"] }) {
  const look = "size-4 shrink-0 text-muted-foreground";
  if (kind === "failed") return <CircleAlert className={look} aria-hidden />;
  if (kind === "ready") return <FileText className={look} aria-hidden />;
  return <LoaderCircle className={classNames(look, "motion-safe:animate-spin")} aria-hidden />;
}

function detailsOf({ byteLength, pages }: { byteLength: number; pages: number | null }): string {
  const size = formatBytes(byteLength);
  return pages === null ? size : `${strings.attachments.pages(pages)} · ${size}`;
}

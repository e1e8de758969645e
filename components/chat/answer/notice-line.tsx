import {
  Archive,
  BookOpen,
  CircleAlert,
  CircleSlash,
  CircleStop,
  CloudOff,
  EyeOff,
  FileX,
  ImageOff,
  Info,
  type LucideIcon,
  Replace,
  Scissors,
} from "lucide-react";
import { strings } from "@/lib/config/strings";
import type { Notice, NoticeCode } from "@/lib/protocol/notice";
import { QuietLine } from "../quiet-line";
import { ReferenceButton } from "../reference-button";
import { RetryButton } from "../retry-button";

const icons: Record<NoticeCode, LucideIcon> = {
  input_blocked: CircleSlash,
  input_redacted: EyeOff,
  high_stakes: Info,
  output_blocked: CircleSlash,
  output_redacted: EyeOff,
  answered_by_backup: Replace,
  answered_from_cache: Archive,
  answered_without_model: BookOpen,
  length_limit: Scissors,
  model_unavailable: CloudOff,
  interrupted: CircleAlert,
  stopped: CircleStop,
  attachment_shortened: Scissors,
  attachment_redacted: EyeOff,
  attachment_missing: FileX,
  image_unseen: ImageOff,
};

/** The answer is whole and wanted, or asking the same again would end the same way. */
const codesWithoutRetry: ReadonlySet<NoticeCode> = new Set([
  "input_blocked",
  "input_redacted",
  "high_stakes",
  "output_blocked",
  "output_redacted",
  "answered_without_model",
  "attachment_shortened",
  "attachment_redacted",
  "image_unseen",
]);

export const isRetryable = ({ code }: Notice): boolean => !codesWithoutRetry.has(code);

type NoticeLineProps = {
  notice: Notice;
  shownSinceMs: number;
  /** Absent where the answer cannot be asked for again, e.g. above the end of the chat. */
  onRegenerate: (() => void) | undefined;
  /** Several notices are about one turn, whose reference one of them shows. */
  hasReference: boolean;
};

export function NoticeLine({ notice, shownSinceMs, onRegenerate, hasReference }: NoticeLineProps) {
  const { retryAfterSeconds } = notice;
  return (
    <QuietLine icon={icons[notice.code]} sentence={notice.message}>
      {onRegenerate !== undefined && (
        <RetryButton
          label={strings.notices.again}
          untilMs={retryAfterSeconds === undefined ? undefined : shownSinceMs + retryAfterSeconds * 1000}
          onRetry={onRegenerate}
        />
      )}
      {hasReference && <ReferenceButton turnId={notice.turnId} />}
    </QuietLine>
  );
}

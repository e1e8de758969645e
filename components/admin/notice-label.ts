import { strings } from "@/lib/config/strings";
import type { TurnStatus } from "@/lib/protocol/review/turn-list";

/** A notice of a later version may be on record: then its code says what there is to say. */
export function noticeLabel(code: string): string {
  const known: Readonly<Record<string, string>> = strings.admin.labels.notices;
  return known[code] ?? code;
}

/** The notices that say more than the status beside them. */
export function noticesBeside(status: TurnStatus, notices: readonly string[]): readonly string[] {
  return notices.filter((code) => code !== status.toLowerCase());
}

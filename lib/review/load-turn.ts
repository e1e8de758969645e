import "server-only";
import { type AttemptBytes, readAttemptBytes } from "@/lib/db/attempt-bytes";
import { findAuditOf } from "@/lib/db/audit-events";
import { findTurnRecord } from "@/lib/db/turn-record";
import { textOfContent } from "@/lib/protocol/message-content";
import type { AuditLine } from "@/lib/protocol/review/audit";
import type { BillLine } from "@/lib/protocol/review/bill";
import type { AttemptRecord, TurnRecord, VerdictRecord } from "@/lib/protocol/review/turn-record";
import { billAttempt } from "./bill-attempt";
import { readModelText } from "./read-model-text";
import { type ShownBody, showBody } from "./show-body";

const MAX_AUDIT_LINES = 50;

export type LoadedTurn = {
  readonly record: TurnRecord;
  readonly attempts: readonly (AttemptRecord & {
    readonly bill: readonly BillLine[];
    readonly request: ShownBody | null;
    readonly response: ShownBody | null;
  })[];
  /** Texts that guards judged, with what they found where it is known in which text. */
  readonly judged: readonly JudgedText[];
  readonly audit: readonly AuditLine[];
};

export type JudgedText = {
  readonly surface: VerdictRecord["surface"];
  /** Null when the text as the guard was given it is not on record. */
  readonly text: string | null;
  readonly verdicts: readonly VerdictRecord[];
};

/** Everything on record about a turn, made readable; null when the tenant has no such turn. */
export async function loadTurn(turnId: string, tenantId: string): Promise<LoadedTurn | null> {
  const record = await findTurnRecord(turnId, tenantId);
  if (record === null) return null;
  const [bytes, audit] = await Promise.all([
    readAttemptBytes(turnId),
    findAuditOf(tenantId, { kind: "turn", id: turnId }, MAX_AUDIT_LINES),
  ]);
  const bytesOf = (attemptId: string) => bytes.find((entry) => entry.attemptId === attemptId);
  return {
    record,
    attempts: record.attempts.map((attempt) => ({
      ...attempt,
      bill: billAttempt(attempt),
      request: showBody(bytesOf(attempt.id)?.request ?? null),
      response: showBody(bytesOf(attempt.id)?.response ?? null),
    })),
    judged: judgedTexts(record, bytes),
    audit,
  };
}

function judgedTexts(record: TurnRecord, bytes: readonly AttemptBytes[]): JudgedText[] {
  const surfaces = [...new Set(record.verdicts.map(({ surface }) => surface))];
  return surfaces.map((surface) => ({
    surface,
    text: textOf(surface, record, bytes),
    verdicts: record.verdicts.filter((verdict) => verdict.surface === surface),
  }));
}

/** The answer is judged as the model wrote it, which is not what was shown where something was withheld. */
function textOf(
  surface: VerdictRecord["surface"],
  record: TurnRecord,
  bytes: readonly AttemptBytes[],
): string | null {
  if (surface === "QUESTION") return record.question === null ? null : textOfContent(record.question);
  if (surface !== "TEXT" && surface !== "REASONING") return null;
  const answering = record.attempts.findLast(
    ({ firstContentMs, purpose }) => firstContentMs !== null && purpose === "ANSWER",
  );
  const response = bytes.find(({ attemptId }) => attemptId === answering?.id)?.response ?? null;
  const written = response === null ? null : readModelText(response);
  if (written !== null) return surface === "TEXT" ? written.text : written.reasoning;
  const isWhole = record.withheldLength === 0 && surface === "TEXT" && record.answer !== null;
  return isWhole && record.answer !== null ? textOfContent(record.answer) : null;
}

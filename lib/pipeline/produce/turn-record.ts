import "server-only";
import { noticeSentences } from "@/lib/config/sentences";
import type { VerdictRow } from "@/lib/db/guard-verdicts";
import type { ClosedTurn } from "@/lib/db/turns";
import { countTokens } from "@/lib/models/count-tokens";
import { inputTokensOf, outputTokensOf } from "@/lib/models/usage";
import type { ChatDataParts } from "@/lib/protocol/chat-message";
import { ContentBuilder, textOfContent } from "@/lib/protocol/message-content";
import type { Notice, NoticeCode } from "@/lib/protocol/notice";
import type { Passage } from "@/lib/protocol/passage";
import type { StreamPart } from "@/lib/streams/frames";
import type { AdmittedTurn } from "../turn";
import type { AnswerGate } from "./answer-gate";
import { answerVerdicts, withheldLengthOf } from "./answer-verdicts";
import { AttemptLog } from "./attempt-log";

type Status = ClosedTurn["status"];

/** Everything that is to be known of a turn when it is closed, gathered while it is answered. */
export class TurnRecord {
  /** The calls that answer. */
  readonly attempts: AttemptLog;
  /** The calls that judge the question. */
  readonly judgeAttempts: AttemptLog;
  /** The call that names the chat. */
  readonly titleAttempts: AttemptLog;
  status: Status = "COMPLETED";
  errorCode: string | null = null;
  /** What the answer went through; null when it never came to that. */
  gate: AnswerGate | null = null;
  passages: readonly Passage[] = [];

  private readonly turn: AdmittedTurn;
  private readonly content = new ContentBuilder();
  private readonly notices: NoticeCode[] = [];
  private readonly inputVerdicts: VerdictRow[] = [];
  private firstContentMs: number | null = null;

  constructor(turn: AdmittedTurn) {
    this.turn = turn;
    const owner = { turnId: turn.id, tenantId: turn.viewer.tenantId };
    this.attempts = new AttemptLog({ ...owner, purpose: "ANSWER" });
    this.judgeAttempts = new AttemptLog({ ...owner, purpose: "JUDGE" });
    this.titleAttempts = new AttemptLog({ ...owner, purpose: "TITLE" });
  }

  get turnId(): string {
    return this.turn.id;
  }

  /** Notes a part that people see. */
  note(part: StreamPart): void {
    this.content.add(part);
    if (part.type === "text-delta") this.firstContentMs ??= Math.round(this.turn.trace.elapsedMs());
    if (part.type === "data-notice") this.notices.push(part.data.code);
  }

  /** A notice of this turn, in the words of its code unless there are better ones. */
  notice(code: NoticeCode, details: Partial<Pick<Notice, "message" | "retryAfterSeconds">> = {}): StreamPart {
    return {
      type: "data-notice",
      data: { code, message: noticeSentences[code], turnId: this.turn.id, ...details },
    };
  }

  /** Notes what guards thought of what went in. */
  addVerdicts(verdicts: readonly VerdictRow[]): void {
    this.inputVerdicts.push(...verdicts);
  }

  /** Everything that guards thought of the turn while it was answered. */
  verdicts(): VerdictRow[] {
    return [...this.inputVerdicts, ...(this.gate === null ? [] : answerVerdicts(this.turn.id, this.gate))];
  }

  /** Resolves when every call that was made is stored. */
  async settled(): Promise<void> {
    await Promise.all(this.logs().map((log) => log.settled()));
  }

  /** What all attempts used and cost together. */
  usage(): ChatDataParts["usage"] {
    const { inputTokens, outputTokens, costNanos } = this.totals();
    return { inputTokens, outputTokens, costNanos: costNanos.toString() };
  }

  /** What is stored when the turn is closed. */
  toClosedTurn(): ClosedTurn {
    const answer = this.content.build();
    return {
      id: this.turn.id,
      status: this.status,
      answer,
      answerTokens: countTokens(textOfContent(answer)),
      modelAnswered:
        this.attempts.ended.findLast((attempt) => attempt.firstContentMs !== null)?.spec.id ?? null,
      promptVersionId: this.turn.prompt.id,
      notices: this.notices,
      passages: this.passages.map(({ id, score }, index) => ({ id, score, number: index + 1 })),
      trace: this.turn.trace.entries,
      errorCode: this.errorCode,
      ...this.totals(),
      withheldLength: withheldLengthOf(this.verdicts()),
      firstContentMs: this.firstContentMs,
      durationMs: Math.round(this.turn.trace.elapsedMs()),
    };
  }

  private logs(): AttemptLog[] {
    return [this.attempts, this.judgeAttempts, this.titleAttempts];
  }

  private totals(): { inputTokens: number; outputTokens: number; costNanos: bigint } {
    const ended = this.logs().flatMap((log) => log.ended);
    return {
      inputTokens: ended.reduce((sum, { usage }) => sum + inputTokensOf(usage), 0),
      outputTokens: ended.reduce((sum, { usage }) => sum + outputTokensOf(usage), 0),
      costNanos: ended.reduce((sum, { costNanos }) => sum + costNanos, 0n),
    };
  }
}

import "server-only";
import { noticeSentences } from "@/lib/config/sentences";
import type { ClosedTurn } from "@/lib/db/turns";
import { countTokens } from "@/lib/models/count-tokens";
import { inputTokensOf, outputTokensOf } from "@/lib/models/usage";
import type { ChatDataParts } from "@/lib/protocol/chat-message";
import { ContentBuilder, textOfContent } from "@/lib/protocol/message-content";
import type { Notice, NoticeCode } from "@/lib/protocol/notice";
import type { Passage } from "@/lib/protocol/passage";
import type { StreamPart } from "@/lib/streams/frames";
import type { AdmittedTurn } from "../turn";
import { AttemptLog } from "./attempt-log";

type Status = ClosedTurn["status"];

/** Everything that is to be known of a turn when it is closed, gathered while it is answered. */
export class TurnRecord {
  readonly attempts: AttemptLog;
  status: Status = "COMPLETED";
  errorCode: string | null = null;
  withheldLength = 0;
  passages: readonly Passage[] = [];

  private readonly turn: AdmittedTurn;
  private readonly content = new ContentBuilder();
  private readonly notices: NoticeCode[] = [];
  private firstContentMs: number | null = null;

  constructor(turn: AdmittedTurn) {
    this.turn = turn;
    this.attempts = new AttemptLog({ turnId: turn.id, tenantId: turn.viewer.tenantId, purpose: "ANSWER" });
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

  /** A notice of this turn. */
  notice(code: NoticeCode, retryAfterSeconds?: number): StreamPart {
    const data: Notice = { code, message: noticeSentences[code], turnId: this.turn.id };
    return {
      type: "data-notice",
      data: retryAfterSeconds === undefined ? data : { ...data, retryAfterSeconds },
    };
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
      withheldLength: this.withheldLength,
      firstContentMs: this.firstContentMs,
      durationMs: Math.round(this.turn.trace.elapsedMs()),
    };
  }

  private totals(): { inputTokens: number; outputTokens: number; costNanos: bigint } {
    const ended = this.attempts.ended;
    return {
      inputTokens: ended.reduce((sum, { usage }) => sum + inputTokensOf(usage), 0),
      outputTokens: ended.reduce((sum, { usage }) => sum + outputTokensOf(usage), 0),
      costNanos: ended.reduce((sum, { costNanos }) => sum + costNanos, 0n),
    };
  }
}

import type { AttemptRow } from "@/lib/db/attempts";
import type { FlagKind } from "@/lib/db/flags";
import type { VerdictRow } from "@/lib/db/guard-verdicts";
import type { ClosedTurn } from "@/lib/db/turns";
import type { MessageContent } from "@/lib/protocol/message-content";
import type { NoticeCode } from "@/lib/protocol/notice";

export type SeedUser = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly plan: string;
  readonly isAnonymous: boolean;
  readonly createdAt: Date;
};

export type SeedChat = {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly leafId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type SeedFlag = { readonly kind: FlagKind; readonly reason: string };

export type SeedFeedback = { readonly rating: "UP" | "DOWN"; readonly reason: string | null };

/** A turn as the product would have left it, with everything that hangs on it. */
export type SeedTurn = Omit<ClosedTurn, "status" | "notices" | "answer" | "durationMs"> & {
  readonly status: ClosedTurn["status"] | "BLOCKED";
  readonly notices: readonly NoticeCode[];
  readonly user: SeedUser;
  readonly chatId: string;
  readonly questionId: string;
  /** The answer before; null for the first question of a chat. */
  readonly parentId: string | null;
  readonly question: string;
  /** Null where the question was refused. */
  readonly answer: MessageContent | null;
  readonly createdAt: Date;
  readonly durationMs: number;
  readonly attempts: readonly AttemptRow[];
  readonly verdicts: readonly Omit<VerdictRow, "turnId">[];
  readonly flags: readonly SeedFlag[];
  readonly feedback: SeedFeedback | null;
};

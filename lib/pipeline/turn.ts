import "server-only";
import type { Viewer } from "@/lib/auth/find-viewer";
import type { HistoryMessage } from "@/lib/chats/read-conversation";
import type { Topic } from "@/lib/config/guardrails-input";
import type { InputJudgement } from "@/lib/guards/input/guard-input";
import type { ModelSpec } from "@/lib/models/model-spec";
import type { PromptVersion } from "@/lib/prompts/load-prompt";
import type { QuestionFiles } from "./attachments/gather-attached";
import type { Retrieved } from "./retrieve";
import type { Trace } from "./trace";

/** A question that was admitted: it is stored, its quota is taken, and it will be answered whatever happens. */
export type AdmittedTurn = {
  readonly kind: "admitted";
  readonly id: string;
  readonly chatId: string;
  readonly viewer: Viewer;
  /** As it goes out: as it was typed, but for sentences that a guard takes out. */
  readonly question: string;
  /** It and those of the history as they were typed, where that differs: never sent, only read for what is to be hidden. */
  readonly typed: readonly string[];
  readonly questionId: string;
  readonly history: readonly HistoryMessage[];
  readonly files: QuestionFiles;
  /** The models to ask, first is tried first. */
  readonly chain: readonly ModelSpec[];
  readonly prompt: PromptVersion;
  /** What the chat is called until somebody or something gives it a better title. */
  readonly title: string;
  /** Who is to write that title; null when there is no need or nobody. */
  readonly titler: ModelSpec | null;
  /** What the local guards thought of the question. */
  readonly judgement: InputJudgement;
  /** High-stakes topics that the person is to be told about. */
  readonly topics: readonly Topic[];
  /** Begun before the turn is stored, because both take their time; never rejects. */
  readonly retrieved: Promise<Retrieved>;
  readonly trace: Trace;
};

/** A question that was asked before under the same name: its answer is what there is to read. */
export type JoinedTurn = { readonly kind: "joined"; readonly id: string };

export type Turn = AdmittedTurn | JoinedTurn;

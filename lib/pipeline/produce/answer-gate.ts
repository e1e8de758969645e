import "server-only";
import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { generation } from "@/lib/config/generation";
import type { OutputGuard } from "@/lib/guards/output/output-guard";
import type { NoticeCode } from "@/lib/protocol/notice";
import { type Verdict, worseVerdict } from "@/lib/protocol/verdict";
import type { StreamPart } from "@/lib/streams/frames";
import { WholeCharacters } from "./whole-characters";

type Kind = "text" | "reasoning";

/** What a kind of text goes through: values that were hidden from the provider are put back, then the guard judges. */
type Channel = {
  readonly guard: OutputGuard;
  readonly restorer: { push(delta: string): string; flush(): string };
};

/** Longer than any language's tokens are on average: a model that ignores its token limit is cut here. */
const MAX_ANSWER_LENGTH = generation.maxOutputTokens * 8;
const BLOCK_SEPARATOR = "\n\n";

/** Ends that a model names itself and that people must be told of. */
const endings: Readonly<Partial<Record<string, NoticeCode>>> = {
  length: "length_limit",
  "content-filter": "output_blocked",
};

/**
 * The only way from a model's parts to the parts that people see. Text and reasoning each pass a guard of their own
 * and come out as one part each, however many blocks the model made of them; tool calls do not pass, for nothing here
 * runs them.
 */
export class AnswerGate {
  /** Why the answer ended before the model was done, where it did; the call should then be cancelled. */
  endedBy: NoticeCode | null = null;
  /** What broke the model's stream, where something did. */
  failure: unknown = null;
  /** The text that was shown so far. */
  shownText = "";

  private readonly channels: Readonly<Record<Kind, Channel>>;
  private readonly characters: Readonly<Record<Kind, WholeCharacters>> = {
    text: new WholeCharacters(),
    reasoning: new WholeCharacters(),
  };
  private readonly begun = new Set<Kind>();
  private readonly ended = new Set<Kind>();
  private receivedLength = 0;

  constructor(channels: Readonly<Record<Kind, Channel>>) {
    this.channels = channels;
  }

  /** The guard of a kind of text, for what it noticed. */
  guardOf(kind: Kind): Pick<OutputGuard, "verdict" | "findings"> {
    return this.channels[kind].guard;
  }

  /** The worst that a guard thought of the answer. */
  get worstVerdict(): Verdict {
    return worseVerdict(this.guardOf("text").verdict, this.guardOf("reasoning").verdict);
  }

  /** Something was left out of the answer, or put in other words. */
  get redacted(): boolean {
    return this.worstVerdict === "redact";
  }

  /** Takes one part of the model's and returns what may be shown now, possibly nothing. */
  take(part: LanguageModelV4StreamPart): StreamPart[] {
    if (this.endedBy !== null) return [];
    switch (part.type) {
      case "text-delta":
        // An answer has begun, so the thoughts before it are over.
        return [...this.endKind("reasoning"), ...this.push("text", part.delta)];
      case "reasoning-delta":
        return this.push("reasoning", part.delta);
      case "text-start":
        return this.begun.has("text") ? this.push("text", BLOCK_SEPARATOR) : [];
      case "reasoning-start":
        return this.begun.has("reasoning") ? this.push("reasoning", BLOCK_SEPARATOR) : [];
      case "error":
        this.failure = part.error;
        return [];
      case "finish":
        this.endedBy = endings[part.finishReason.unified] ?? null;
        return [];
      default:
        return [];
    }
  }

  /** The model is done: returns the rest that may be shown. */
  end(): StreamPart[] {
    return [...this.endKind("reasoning"), ...this.endKind("text")];
  }

  private push(kind: Kind, delta: string): StreamPart[] {
    if (this.ended.has(kind)) return [];
    this.receivedLength += delta.length;
    const { guard, restorer } = this.channels[kind];
    // PostgreSQL keeps no NUL, and no reader needs one.
    const shown = this.show(kind, guard.push(restorer.push(delta.replaceAll("\0", ""))));
    if (guard.verdict === "block") this.endedBy = "output_blocked";
    else if (this.receivedLength > MAX_ANSWER_LENGTH) this.endedBy = "length_limit";
    return shown;
  }

  private show(kind: Kind, released: string): StreamPart[] {
    return this.showWhole(kind, this.characters[kind].push(released));
  }

  private showWhole(kind: Kind, text: string): StreamPart[] {
    if (text === "") return [];
    if (kind === "text") this.shownText += text;
    const delta: StreamPart = { type: `${kind}-delta`, id: kind, delta: text };
    if (this.begun.has(kind)) return [delta];
    this.begun.add(kind);
    return [{ type: `${kind}-start`, id: kind }, delta];
  }

  private endKind(kind: Kind): StreamPart[] {
    if (this.ended.has(kind)) return [];
    this.ended.add(kind);
    const { guard, restorer } = this.channels[kind];
    const rest =
      guard.verdict === "block" ? [] : this.show(kind, guard.push(restorer.flush()) + guard.flush());
    rest.push(...this.showWhole(kind, this.characters[kind].flush()));
    if (guard.verdict === "block") {
      guard.abort();
      this.endedBy = "output_blocked";
    }
    return this.begun.has(kind) ? [...rest, { type: `${kind}-end`, id: kind }] : rest;
  }
}

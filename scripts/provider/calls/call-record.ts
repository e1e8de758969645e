import type { IncomingHttpHeaders } from "node:http";
import type { Endpoint, Target } from "@/scripts/provider/address";

type Outcome = "completed" | "failed" | "aborted";

/** A call as GET /requests shows it. `failed` is what the simulator did on purpose, `aborted` what the client did. */
export type CallRecord = {
  readonly number: number;
  readonly at: string;
  readonly target: Target;
  readonly endpoint: Endpoint;
  readonly model: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The exact text that was received. */
  readonly bodyText: string;
  outcome: Outcome | "running";
  /** Null when nothing was answered. */
  status: number | null;
  inputTokens: number;
  outputTokens: number;
  deltasSent: number;
  durationMs: number | null;
};

export type CallStart = Pick<CallRecord, "target" | "endpoint" | "model" | "path" | "headers" | "bodyText">;

export type CallEnd = {
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly deltasSent?: number;
};

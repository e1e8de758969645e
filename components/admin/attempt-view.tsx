import type { AttemptRecord } from "@/lib/protocol/review/turn-record";
import { Badge } from "./badge";
import { BodyView } from "./body-view";
import { Facts } from "./facts";
import { formatDuration } from "./format-ms";
import { purposeLabels } from "./turn-labels";

type ShownBody = { readonly bytes: number; readonly pretty: string; readonly isCut: boolean };

type AttemptViewProps = {
  attempt: AttemptRecord & { readonly request: ShownBody | null; readonly response: ShownBody | null };
  turnId: string;
  number: number;
};

/** One call to one model: what was asked, what came back, and the bytes of both. */
export function AttemptView({ attempt, turnId, number }: AttemptViewProps) {
  const { request, response, status } = attempt;
  const place = `/admin/turns/${turnId}/attempts/${attempt.id}`;
  return (
    <article className="space-y-3 rounded-xl border bg-card p-3.5">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="font-medium">
          {number}. {attempt.provider}/{attempt.modelRequested}
        </h3>
        <Badge look={status === "SUCCEEDED" ? "quiet" : status === "RUNNING" ? "good" : "bad"}>
          {status.toLowerCase().replace("_", " ")}
        </Badge>
        <span className="text-muted-foreground text-sm">
          {purposeLabels[attempt.purpose] ?? attempt.purpose}
        </span>
      </header>
      {attempt.errorCode !== null && (
        <p className="break-words text-sm">
          <span className="font-medium text-destructive">{attempt.errorCode}</span>{" "}
          <span className="text-muted-foreground">{attempt.errorMessage}</span>
        </p>
      )}
      <Facts facts={factsOf(attempt)} />
      {request === null && response === null && (
        <p className="text-muted-foreground text-sm">Nothing went over the network for this call.</p>
      )}
      {request !== null && <BodyView label="Request" href={`${place}/request`} {...request} />}
      {response !== null && <BodyView label="Response" href={`${place}/response`} {...response} />}
    </article>
  );
}

function factsOf(attempt: AttemptRecord): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | number | null])[] = [
    ["Model that answered", attempt.modelAnswered],
    ["First content", attempt.firstContentMs === null ? null : formatDuration(attempt.firstContentMs)],
    ["Duration", attempt.durationMs === null ? null : formatDuration(attempt.durationMs)],
    ["Ended with", attempt.finishReason],
    ["Address", attempt.requestUrl],
    ["HTTP status", attempt.responseStatus],
    ["Request headers", headersOf(attempt.requestHeaders)],
    ["Response headers", headersOf(attempt.responseHeaders)],
    ["Temperature", attempt.temperature],
    ["Seed", attempt.seed],
    ["Output tokens at most", attempt.maxOutputTokens],
    ["Fingerprint", attempt.fingerprint],
    ["Provider's id", attempt.providerResponseId],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]));
}

function headersOf(headers: Readonly<Record<string, string>> | null): string | null {
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  return lines.length === 0 ? null : lines.join(", ");
}

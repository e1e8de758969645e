import { strings } from "@/lib/config/strings";
import type { AttemptRecord } from "@/lib/protocol/review/turn-record";
import { Badge } from "./badge";
import { BodyView } from "./body-view";
import { Facts } from "./facts";
import { formatDuration } from "./format-ms";

const words = strings.admin.turns.attempts;
const statuses: Readonly<Record<string, string>> = strings.admin.labels.attempts;
const purposes: Readonly<Record<string, string>> = strings.admin.labels.purposes;

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
          {statuses[status] ?? status}
        </Badge>
        <span className="text-muted-foreground text-sm">{purposes[attempt.purpose] ?? attempt.purpose}</span>
      </header>
      {attempt.errorCode !== null && (
        <p className="break-words text-sm">
          <span className="font-medium text-destructive">{attempt.errorCode}</span>{" "}
          <span className="text-muted-foreground">{attempt.errorMessage}</span>
        </p>
      )}
      <Facts facts={factsOf(attempt)} />
      {request === null && response === null && (
        <p className="text-muted-foreground text-sm">{words.noBytes}</p>
      )}
      {request !== null && (
        <BodyView label={strings.admin.turns.bodies.request} href={`${place}/request`} {...request} />
      )}
      {response !== null && (
        <BodyView label={strings.admin.turns.bodies.response} href={`${place}/response`} {...response} />
      )}
    </article>
  );
}

function factsOf(attempt: AttemptRecord): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | number | null])[] = [
    [words.model, attempt.modelAnswered],
    [words.firstContent, attempt.firstContentMs === null ? null : formatDuration(attempt.firstContentMs)],
    [words.duration, attempt.durationMs === null ? null : formatDuration(attempt.durationMs)],
    [words.finish, attempt.finishReason],
    [words.address, attempt.requestUrl],
    [words.status, attempt.responseStatus],
    [words.requestHeaders, headersOf(attempt.requestHeaders)],
    [words.responseHeaders, headersOf(attempt.responseHeaders)],
    [words.temperature, attempt.temperature],
    [words.seed, attempt.seed],
    [words.maxTokens, attempt.maxOutputTokens],
    [words.fingerprint, attempt.fingerprint],
    [words.providerId, attempt.providerResponseId],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]));
}

function headersOf(headers: Readonly<Record<string, string>> | null): string | null {
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  return lines.length === 0 ? null : lines.join(", ");
}

import { classNames } from "@/components/ui/class-names";
import { strings } from "@/lib/config/strings";
import type { AttemptRecord, Stage } from "@/lib/protocol/review/turn-record";
import { formatDuration } from "./format-ms";

const words = strings.admin.turns.trace;

type Bar = {
  readonly key: string;
  readonly label: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: string;
  readonly isAttempt: boolean;
};

/** A bar must be seen even where it is far shorter than a pixel. */
const MIN_WIDTH_PERCENT = 0.4;

/** Where the time of a turn went: its stages, and under generating the calls that it made. */
export function Waterfall({
  stages,
  attempts,
}: {
  stages: readonly Stage[];
  attempts: readonly AttemptRecord[];
}) {
  const bars = barsOf(stages, attempts);
  const endMs = Math.max(1, ...bars.map((bar) => bar.startMs + bar.durationMs));
  return (
    <div className="overflow-hidden rounded-xl border bg-card">
      <table className="w-full table-fixed text-sm tabular-nums">
        <caption className="sr-only">{words.caption}</caption>
        <colgroup>
          <col className="w-32 sm:w-56" />
          <col />
          <col className="w-24 sm:w-36" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.stage}</th>
            <th scope="col">{words.course}</th>
            <th scope="col">{words.duration}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key} className="border-b last:border-0">
              <th
                scope="row"
                className={classNames(
                  "px-3 py-1.5 text-left font-normal max-sm:break-words sm:truncate",
                  bar.isAttempt && "pl-5 text-xs sm:pl-6 sm:text-sm text-muted-foreground",
                )}
                title={bar.label}
              >
                {bar.label}
              </th>
              <td className="py-1.5">
                <span className="relative block h-3.5" title={words.starts(formatDuration(bar.startMs))}>
                  <span
                    className={classNames(
                      "absolute inset-y-0 rounded-xs",
                      bar.outcome !== "ok"
                        ? "bg-destructive"
                        : bar.isAttempt
                          ? "bg-muted-foreground/60"
                          : "bg-primary",
                    )}
                    style={{
                      left: `${(bar.startMs / endMs) * 100}%`,
                      width: `${Math.max(MIN_WIDTH_PERCENT, (bar.durationMs / endMs) * 100)}%`,
                    }}
                  />
                </span>
              </td>
              <td className="px-3 py-1.5 text-right">
                {formatDuration(bar.durationMs)}
                {bar.outcome !== "ok" && (
                  <span className="block text-destructive text-xs max-sm:break-all sm:truncate">
                    {bar.outcome}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function barsOf(stages: readonly Stage[], attempts: readonly AttemptRecord[]): Bar[] {
  const ordered = [...stages].sort((a, b) => a.startMs - b.startMs);
  return ordered.flatMap((stage) => [
    { ...stage, key: stage.stage, label: stage.stage, isAttempt: false },
    ...(stage.stage === "generate" ? attemptBars(stage, attempts) : []),
  ]);
}

/** Calls have a time of day, stages the time since the request: the first call begins with generating. */
function attemptBars(generate: Stage, attempts: readonly AttemptRecord[]): Bar[] {
  const calls = attempts.filter(({ purpose }) => purpose === "ANSWER");
  const firstMs = calls[0]?.startedAt.getTime() ?? 0;
  return calls.map((attempt) => ({
    key: attempt.id,
    label: `${attempt.provider}/${attempt.modelRequested}`,
    startMs: generate.startMs + (attempt.startedAt.getTime() - firstMs),
    durationMs: attempt.durationMs ?? 0,
    outcome: attempt.errorCode ?? "ok",
    isAttempt: true,
  }));
}

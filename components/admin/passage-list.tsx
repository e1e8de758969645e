import { strings } from "@/lib/config/strings";
import type { GivenPassage } from "@/lib/protocol/review/turn-record";

const words = strings.admin.turns.passages;

/** The passages that an answer was given, best first. */
export function PassageList({ passages }: { passages: readonly GivenPassage[] }) {
  if (passages.length === 0) {
    return <p className="text-muted-foreground text-sm">{words.none}</p>;
  }
  return (
    <ul className="divide-y rounded-xl border bg-card text-sm">
      {passages.map(({ id, number, score, title, headings, text }) => (
        <li key={id} className="px-3.5 py-2.5">
          <details>
            <summary className="flex cursor-pointer items-baseline gap-2">
              <span className="text-muted-foreground tabular-nums">[{number}]</span>
              <span className="min-w-0 grow truncate">
                {title === null ? id : [title, ...headings].join(" › ")}
              </span>
              <span className="text-muted-foreground tabular-nums">{words.score(score.toFixed(2))}</span>
            </summary>
            <p className="mt-2 whitespace-pre-wrap break-words text-muted-foreground">
              {text ?? words.changed}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}

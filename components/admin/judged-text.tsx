import { strings } from "@/lib/config/strings";
import type { VerdictRecord } from "@/lib/protocol/review/turn-record";
import { Badge } from "./badge";
import { joinFindings } from "./join-findings";
import { markSpans } from "./mark-spans";
import { ScrollRegion } from "./scroll-region";

const { labels, turns } = strings.admin;

type JudgedTextProps = {
  surface: VerdictRecord["surface"];
  text: string | null;
  verdicts: readonly VerdictRecord[];
};

/** A text as a guard was given it, with what was found marked and numbered, and the verdicts under those numbers. */
export function JudgedText({ surface, text, verdicts }: JudgedTextProps) {
  const findings = joinFindings(verdicts);
  return (
    <div className="overflow-hidden rounded-xl border bg-card">
      <h3 className="border-b px-3.5 py-2 font-medium text-muted-foreground text-xs">
        {labels.surfaces[surface]}
      </h3>
      {text === null ? (
        <p className="px-3.5 py-2.5 text-muted-foreground text-sm">{turns.verdicts.notKept}</p>
      ) : (
        <ScrollRegion label={labels.surfaces[surface]} className="max-h-96 rounded-none border-0">
          <p className="whitespace-pre-wrap break-words px-3.5 py-2.5 text-sm">
            {markSpans(text, findings).map((piece) =>
              piece.spans.length === 0 ? (
                piece.text
              ) : (
                <mark key={piece.start} className="rounded-sm bg-highlight text-foreground">
                  {piece.text}
                  <sup className="px-0.5 font-medium text-[0.7em]">
                    {piece.spans.map((span) => span + 1).join(",")}
                  </sup>
                </mark>
              ),
            )}
          </p>
        </ScrollRegion>
      )}
      <ol className="border-t text-sm">
        {findings.map((verdict, index) => (
          <li
            key={verdict.id}
            className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b px-3.5 py-2 last:border-0"
          >
            <span className="w-5 text-muted-foreground tabular-nums">{index + 1}</span>
            <Badge look={verdict.verdict === "ALLOW" ? "quiet" : "bad"}>
              {labels.verdicts[verdict.verdict]}
            </Badge>
            <span className="font-medium">{verdict.guard}</span>
            <span>{verdict.reason}</span>
            <span className="text-muted-foreground tabular-nums">{detailsOf(verdict).join(", ")}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function detailsOf({ start, end, score, withheldLength, acted }: VerdictRecord): readonly string[] {
  const words = turns.verdicts;
  return [
    words.place(start, end),
    ...(score === null ? [] : [words.score(score.toFixed(2))]),
    ...(withheldLength === 0 ? [] : [words.withheld(withheldLength)]),
    ...(acted ? [] : [words.shadow]),
  ];
}

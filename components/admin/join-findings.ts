import type { VerdictRecord } from "@/lib/protocol/review/turn-record";

/**
 * Findings of the same guard and reason that overlap, as one: several rules find the same sentence, and a reader wants
 * to know where it is, not how often. In the order in which they begin.
 */
export function joinFindings(verdicts: readonly VerdictRecord[]): VerdictRecord[] {
  const joined: VerdictRecord[] = [];
  const latest = new Map<string, number>();
  for (const verdict of [...verdicts].sort((a, b) => a.start - b.start)) {
    const kind = [verdict.guard, verdict.reason, verdict.verdict, verdict.acted].join();
    const place = latest.get(kind) ?? joined.length;
    const before = joined[place];
    const isSame = before !== undefined && verdict.start < before.end;
    if (isSame) joined[place] = join(before, verdict);
    else latest.set(kind, joined.push(verdict) - 1);
  }
  return joined;
}

function join(first: VerdictRecord, second: VerdictRecord): VerdictRecord {
  const end = Math.max(first.end, second.end);
  const withheld = [first.withheldLength, second.withheldLength];
  return {
    ...first,
    end,
    score:
      first.score === null || second.score === null
        ? (first.score ?? second.score)
        : Math.max(first.score, second.score),
    withheldLength: withheld.includes(0) ? Math.max(...withheld) : Math.max(...withheld, end - first.start),
  };
}

import { strings } from "@/lib/config/strings";
import type { QuotaLeft } from "@/lib/protocol/quota-left";

/** Says quietly that the day's quota is nearly used up. */
export function QuotaLine({ left }: { left: QuotaLeft | null }) {
  if (left === null) return null;
  return (
    <p className="grow px-3 py-1 text-center text-muted-foreground text-sm tabular-nums">
      {left.kind === "turns" ? strings.quota.turns(left.turns) : strings.quota.allowance(left.percent)}
    </p>
  );
}

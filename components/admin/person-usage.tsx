import { strings } from "@/lib/config/strings";
import { parseUsd } from "@/lib/protocol/money";
import type { UsageDay, UsageToday } from "@/lib/protocol/review/people";
import { formatCost } from "./format-cost";
import { formatCompact } from "./format-count";
import { Panel } from "./panel";
import { Sparkline } from "./sparkline";

const words = strings.admin.users.one.usage;

type PersonUsageProps = {
  plan: {
    readonly turnsPerDay: number | null;
    readonly tokensPerDay: number | null;
    readonly usdPerDay: string | null;
  };
  today: UsageToday;
  days: readonly UsageDay[];
};

/** What a person has used of today's windows, and the course of the last 30 days. */
export function PersonUsage({ plan, today, days }: PersonUsageProps) {
  const budget = plan.usdPerDay === null ? null : parseUsd(plan.usdPerDay);
  const turns = days.reduce((sum, day) => sum + day.turns, 0);
  const cost = days.reduce((sum, day) => sum + day.costNanos, 0n);
  return (
    <Panel title={words.title} text={words.text}>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        <Meter
          label={words.turnsToday}
          used={formatCompact(today.turns)}
          limit={plan.turnsPerDay === null ? null : formatCompact(plan.turnsPerDay)}
          share={shareOf(today.turns, plan.turnsPerDay)}
        />
        <Meter
          label={words.tokensToday}
          used={formatCompact(today.tokens)}
          limit={plan.tokensPerDay === null ? null : formatCompact(plan.tokensPerDay)}
          share={shareOf(today.tokens, plan.tokensPerDay)}
        />
        <Meter
          label={words.costToday}
          used={formatCost(today.costNanos)}
          limit={budget === null ? null : formatCost(budget)}
          share={shareOf(Number(today.costNanos), budget === null ? null : Number(budget))}
        />
        <Course label={words.turns} value={formatCompact(turns)} values={days.map((day) => day.turns)} />
        <Course
          label={words.cost}
          value={formatCost(cost)}
          values={days.map((day) => Number(day.costNanos))}
        />
      </div>
    </Panel>
  );
}

function shareOf(used: number, limit: number | null): number | null {
  if (limit === null) return null;
  return limit === 0 ? 1 : Math.min(1, used / limit);
}

const card = "max-lg:last:col-span-2 rounded-xl border bg-card p-3.5";

type MeterProps = { label: string; used: string; limit: string | null; share: number | null };

function Meter({ label, used, limit, share }: MeterProps) {
  return (
    <div className={card}>
      <p className="text-muted-foreground text-sm">{label}</p>
      <p className="mt-0.5 tabular-nums">
        <span className="font-semibold text-xl tracking-tight">{used}</span>{" "}
        <span className="text-muted-foreground text-sm">
          {limit === null ? words.noLimit : words.of(limit)}
        </span>
      </p>
      {share !== null && (
        // biome-ignore lint/a11y/useSemanticElements: browsers draw a meter element each in their own way.
        <div
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          className="mt-3 h-1.5 overflow-hidden rounded-full bg-muted"
        >
          <div className="h-full bg-primary" style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  );
}

function Course({ label, value, values }: { label: string; value: string; values: readonly number[] }) {
  return (
    <div className={card}>
      <p className="text-muted-foreground text-sm">{label}</p>
      <p className="mt-0.5 mb-1 font-semibold text-xl tabular-nums tracking-tight">{value}</p>
      <Sparkline values={values} />
    </div>
  );
}

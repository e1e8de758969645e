import { strings } from "@/lib/config/strings";

/** As text: what is used and what may be. `share` is of the bound, between 0 and 1. */
export type UsageMeter = {
  readonly label: string;
  readonly used: string;
  readonly limit: string | null;
  readonly share: number;
};

type UsageSummaryProps = {
  month: readonly { readonly label: string; readonly value: string }[];
  today: readonly UsageMeter[];
};

export function UsageSummary({ month, today }: UsageSummaryProps) {
  const words = strings.account.settings.usage;
  return (
    <>
      <dl className="grid grid-cols-3 gap-4">
        {month.map(({ label, value }) => (
          <div key={label} className="flex flex-col-reverse">
            <dt className="text-muted-foreground text-sm">{label}</dt>
            <dd className="font-semibold text-xl tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-2 font-medium text-sm">{words.today}</h3>
      {today.map((meter) => (
        <Meter key={meter.label} {...meter} />
      ))}
      <p className="text-muted-foreground text-sm">{words.fresh}</p>
    </>
  );
}

function Meter({ label, used, limit, share }: UsageMeter) {
  const text = limit === null ? used : strings.account.settings.usage.of(used, limit);
  return (
    <div className="text-sm">
      <p className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="text-muted-foreground tabular-nums">{text}</span>
      </p>
      {limit !== null && (
        <div className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-muted" aria-hidden>
          <div className="h-full rounded-full bg-primary" style={{ width: `${Math.min(1, share) * 100}%` }} />
        </div>
      )}
    </div>
  );
}

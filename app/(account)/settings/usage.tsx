import { type UsageMeter, UsageSummary } from "@/components/account/settings/usage-summary";
import { readAddressKey } from "@/lib/auth/address-key";
import { strings } from "@/lib/config/strings";
import type { PlanHolder } from "@/lib/limits/plan-of";
import { type DayWindow, readUsage } from "@/lib/limits/read-usage";
import { formatUsd } from "@/lib/protocol/money";

const CENTS = 2;
/** Fine enough for a bar, and exact in a float. */
const STEPS = 1000n;
const words = strings.account.settings.usage;
const count = new Intl.NumberFormat(strings.language);

type UsageProps = { account: PlanHolder & { readonly userId: string }; headers: Headers };

/** What the person has used this month and today. */
export async function Usage({ account, headers }: UsageProps) {
  const { month, today } = await readUsage(account, readAddressKey(headers));
  const usd = (nanos: bigint) => formatUsd(nanos, CENTS);
  const whole = (value: bigint) => count.format(value);
  return (
    <UsageSummary
      month={[
        { label: words.questions, value: count.format(month.turns) },
        { label: words.tokens, value: count.format(month.tokens) },
        { label: words.cost, value: usd(month.costNanos) },
      ]}
      today={[
        meterOf(words.window.turns, today.turns, whole),
        meterOf(words.window.tokens, today.tokens, whole),
        meterOf(words.window.money, today.money, usd),
      ]}
    />
  );
}

function meterOf(label: string, { used, limit }: DayWindow, format: (value: bigint) => string): UsageMeter {
  const share = limit === null || limit === 0n ? 0 : Number((used * STEPS) / limit) / Number(STEPS);
  return { label, used: format(used), limit: limit === null ? null : format(limit), share };
}

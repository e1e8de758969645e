import { RelativeTime } from "@/components/ui/relative-time";
import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";
import type { AuditLine } from "@/lib/protocol/review/audit";

const words = strings.admin.users.one.audit;
const actions: Readonly<Record<string, string>> = strings.admin.labels.actions;
const names: Readonly<Record<string, string>> = strings.admin.labels.details;

/** Who did what, newest first. */
export function AuditList({ lines }: { lines: readonly AuditLine[] }) {
  if (lines.length === 0) return <p className="text-muted-foreground text-sm">{words.empty}</p>;
  return (
    <ul className="divide-y rounded-xl border bg-card text-sm">
      {lines.map(({ id, action, actor, details, createdAt }) => (
        <li key={id} className="px-3.5 py-2.5">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>
              <span className="font-medium">{actor ?? product.name}</span> {actions[action] ?? action}
            </span>
            <span className="text-muted-foreground text-xs">
              <RelativeTime iso={createdAt.toISOString()} />
            </span>
          </p>
          <p className="break-words text-muted-foreground">{describe(details)}</p>
        </li>
      ))}
    </ul>
  );
}

function describe(details: AuditLine["details"]): string {
  return Object.entries(details ?? {})
    .filter(([name, value]) => value !== null && name !== "flagId")
    .sort(([one], [other]) => rankOf(one) - rankOf(other))
    .map(([name, value]) => `${names[name] ?? name}: ${plain(value)}`)
    .join(" · ");
}

/** The database keeps no order of its own: so it is that of the words, and what has none comes last. */
function rankOf(name: string): number {
  const known = Object.keys(names);
  return known.includes(name) ? known.indexOf(name) : known.length;
}

/** Times are kept as machines write them. */
function readable(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(\.\d+)?Z$/, "$1 $2 UTC");
}

function plain(value: unknown): string {
  if (typeof value !== "object" || value === null)
    return value === null ? words.none : readable(String(value));
  return Object.entries(value)
    .map(([name, inner]) => `${names[name] ?? name} ${plain(inner)}`)
    .join(", ");
}

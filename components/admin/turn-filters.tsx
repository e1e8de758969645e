import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { TurnFilter } from "@/lib/protocol/review/turn-list";
import { Choice, Field, TextInput } from "./field";
import { noticeLabels, statusLabels } from "./turn-labels";

const periods = [
  ["today", "Today"],
  ["7d", "7 days"],
  ["30d", "30 days"],
] as const;

/** What the list is narrowed to. A plain form whose fields stand in the address, so a view can be sent to somebody. */
export function TurnFilters({ filter, models }: { filter: TurnFilter; models: readonly string[] }) {
  const chosenModels =
    filter.model === undefined || models.includes(filter.model) ? models : [...models, filter.model];
  const fields = Object.entries(filter).filter(([name, value]) => name !== "after" && value !== undefined);
  const narrowedBy = fields.filter(([name]) => name !== "q").length;
  return (
    <form action="/admin/turns" className="space-y-3">
      <div className="flex gap-2">
        <TextInput
          type="search"
          name="q"
          defaultValue={filter.q}
          maxLength={200}
          aria-label="Search questions and answers"
          placeholder="Search questions and answers"
        />
        <Button type="submit" look="solid" className="h-9">
          Show
        </Button>
      </div>
      <details open={narrowedBy > 0} className="group">
        <summary className="inline-flex cursor-pointer select-none rounded text-muted-foreground text-sm hover:text-foreground">
          Filters{narrowedBy > 0 ? ` (${narrowedBy})` : ""}
        </summary>
        <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2.5 sm:grid-cols-3 lg:grid-cols-5">
          <Field label="Time">
            <Choice name="period" defaultValue={filter.period ?? ""} none="Any time" choices={periods} />
          </Field>
          <Field label="From (UTC)">
            <TextInput type="date" name="from" defaultValue={filter.from} />
          </Field>
          <Field label="To (UTC)">
            <TextInput type="date" name="to" defaultValue={filter.to} />
          </Field>
          <Field label="Status">
            <Choice
              name="status"
              defaultValue={filter.status ?? ""}
              none="Any status"
              choices={Object.entries(statusLabels)}
            />
          </Field>
          <Field label="Notice">
            <Choice
              name="notice"
              defaultValue={filter.notice ?? ""}
              none="Any notice or none"
              choices={Object.entries(noticeLabels)}
            />
          </Field>
          <Field label="Person">
            <TextInput name="user" defaultValue={filter.user} maxLength={200} placeholder="Name or e-mail" />
          </Field>
          <Field label="Model">
            <Choice
              name="model"
              defaultValue={filter.model ?? ""}
              none="Any model"
              choices={chosenModels.map((model) => [model, model] as const)}
            />
          </Field>
          <Field label="Cost from (USD)">
            <TextInput
              name="minCost"
              defaultValue={filter.minCost}
              inputMode="decimal"
              pattern="\d{1,6}(\.\d{1,9})?"
              title="An amount such as 0.05"
              placeholder="0.05"
            />
          </Field>
          <Field label="Total time from (s)">
            <TextInput
              name="minSeconds"
              defaultValue={filter.minSeconds}
              inputMode="decimal"
              pattern="\d{1,5}(\.\d{1,3})?"
              title="Seconds such as 10"
              placeholder="10"
            />
          </Field>
          {fields.length > 0 && (
            <div className="flex items-end">
              <Button asChild look="ghost" className="h-9">
                <Link href="/admin/turns">Clear all</Link>
              </Button>
            </div>
          )}
        </div>
      </details>
    </form>
  );
}

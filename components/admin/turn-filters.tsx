import Link from "next/link";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { TurnFilter } from "@/lib/protocol/review/turn-list";
import { Choice, Field, TextInput } from "./field";

const { labels, periods, turns } = strings.admin;
const words = turns.filters;

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
          aria-label={words.search}
          placeholder={words.search}
        />
        <Button type="submit" look="solid" className="h-9">
          {words.show}
        </Button>
      </div>
      <details open={narrowedBy > 0} className="group">
        <summary className="inline-flex cursor-pointer select-none rounded text-muted-foreground text-sm hover:text-foreground">
          {words.more(narrowedBy)}
        </summary>
        <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2.5 sm:grid-cols-3 lg:grid-cols-5">
          <Field label={words.time}>
            <Choice
              name="period"
              defaultValue={filter.period ?? ""}
              none={words.anyTime}
              choices={Object.entries(periods)}
            />
          </Field>
          <Field label={words.from}>
            <TextInput type="date" name="from" defaultValue={filter.from} />
          </Field>
          <Field label={words.to}>
            <TextInput type="date" name="to" defaultValue={filter.to} />
          </Field>
          <Field label={words.status}>
            <Choice
              name="status"
              defaultValue={filter.status ?? ""}
              none={words.anyStatus}
              choices={Object.entries(labels.statuses)}
            />
          </Field>
          <Field label={words.notice}>
            <Choice
              name="notice"
              defaultValue={filter.notice ?? ""}
              none={words.anyNotice}
              choices={Object.entries(labels.notices)}
            />
          </Field>
          <Field label={words.person}>
            <TextInput
              name="user"
              defaultValue={filter.user}
              maxLength={200}
              placeholder={words.personHint}
            />
          </Field>
          <Field label={words.model}>
            <Choice
              name="model"
              defaultValue={filter.model ?? ""}
              none={words.anyModel}
              choices={chosenModels.map((model) => [model, model] as const)}
            />
          </Field>
          <Field label={words.cost}>
            <TextInput
              name="minCost"
              defaultValue={filter.minCost}
              inputMode="decimal"
              pattern="\d{1,6}(\.\d{1,9})?"
              title={words.costHint}
              placeholder="0.05"
            />
          </Field>
          <Field label={words.seconds}>
            <TextInput
              name="minSeconds"
              defaultValue={filter.minSeconds}
              inputMode="decimal"
              pattern="\d{1,5}(\.\d{1,3})?"
              title={words.secondsHint}
              placeholder="10"
            />
          </Field>
          {fields.length > 0 && (
            <div className="flex items-end">
              <Button asChild look="ghost" className="h-9">
                <Link href="/admin/turns">{words.clear}</Link>
              </Button>
            </div>
          )}
        </div>
      </details>
    </form>
  );
}

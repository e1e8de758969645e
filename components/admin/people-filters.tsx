import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { PeopleFilter } from "@/lib/protocol/review/people";
import { Choice, TextInput } from "./field";

const words = strings.admin.users.list;

export function PeopleFilters({ filter, plans }: { filter: PeopleFilter; plans: readonly string[] }) {
  return (
    <form action="/admin/users" className="flex flex-wrap gap-2">
      <TextInput
        type="search"
        name="q"
        defaultValue={filter.q}
        maxLength={200}
        aria-label={words.search}
        placeholder={words.search}
        className="grow basis-48"
      />
      <Choice
        name="kind"
        aria-label={words.kind}
        defaultValue={filter.kind ?? ""}
        none={words.everybody}
        choices={Object.entries(words.kinds)}
        className="w-32 grow sm:grow-0"
      />
      <Choice
        name="plan"
        aria-label={words.plan}
        defaultValue={filter.plan ?? ""}
        none={words.anyPlan}
        choices={plans.map((plan) => [plan, plan] as const)}
        className="w-32 grow sm:grow-0"
      />
      <Button type="submit" look="solid" className="h-9">
        {words.show}
      </Button>
    </form>
  );
}

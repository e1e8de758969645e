import { Button } from "@/components/ui/button";
import type { PeopleFilter } from "@/lib/protocol/review/people";
import { Choice, TextInput } from "./field";

const kinds = [
  ["accounts", "Accounts"],
  ["guests", "Guests"],
  ["admins", "Admins"],
  ["banned", "Banned"],
] as const;

export function PeopleFilters({ filter, plans }: { filter: PeopleFilter; plans: readonly string[] }) {
  return (
    <form action="/admin/users" className="flex flex-wrap gap-2">
      <TextInput
        type="search"
        name="q"
        defaultValue={filter.q}
        maxLength={200}
        aria-label="Name or e-mail"
        placeholder="Name or e-mail"
        className="grow basis-48"
      />
      <Choice
        name="kind"
        aria-label="Kind"
        defaultValue={filter.kind ?? ""}
        none="Everybody"
        choices={kinds}
        className="w-32 grow sm:grow-0"
      />
      <Choice
        name="plan"
        aria-label="Plan"
        defaultValue={filter.plan ?? ""}
        none="Any plan"
        choices={plans.map((plan) => [plan, plan] as const)}
        className="w-32 grow sm:grow-0"
      />
      <Button type="submit" look="solid" className="h-9">
        Show
      </Button>
    </form>
  );
}

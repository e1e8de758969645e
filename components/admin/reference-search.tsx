import { Search } from "lucide-react";
import { strings } from "@/lib/config/strings";

/** Takes the reference that a person copied from a notice, and leads to its turn. Works without scripts. */
export function ReferenceSearch() {
  return (
    <search>
      <form action="/admin/find" className="relative">
        <Search
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-muted-foreground"
        />
        <input
          type="search"
          name="reference"
          required
          maxLength={64}
          aria-label={strings.admin.nav.reference}
          placeholder={strings.admin.nav.reference}
          className="h-9 w-40 rounded-lg border border-input bg-background pr-2 pl-8 text-sm placeholder:text-muted-foreground sm:w-56"
        />
      </form>
    </search>
  );
}

import "server-only";
import { findPeople } from "@/lib/db/people";
import type { PeopleFilter, PersonLine } from "@/lib/protocol/review/people";

const PAGE_SIZE = 50;

export type PeoplePage = { readonly people: readonly PersonLine[]; readonly next: string | null };

/** A page of a tenant's people, the newest first. */
export async function listPeople(tenantId: string, filter: PeopleFilter): Promise<PeoplePage> {
  const found = await findPeople(tenantId, filter, PAGE_SIZE + 1);
  const people = found.slice(0, PAGE_SIZE);
  return { people, next: found.length > PAGE_SIZE ? (people.at(-1)?.id ?? null) : null };
}

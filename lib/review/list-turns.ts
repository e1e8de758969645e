import "server-only";
import { findPeopleIds } from "@/lib/db/people";
import { findAnsweringModels, findTurnLines } from "@/lib/db/turn-list";
import { parseUsd } from "@/lib/protocol/money";
import type { TurnFilter, TurnLine } from "@/lib/protocol/review/turn-list";
import { periodScope } from "./period-scope";

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;
/** More people than this mean that the filter says too little to name anybody. */
const MAX_PEOPLE = 200;
const MODEL_DAYS = 7;

export type TurnPage = {
  readonly lines: readonly TurnLine[];
  /** The turn behind which the next page begins; null at the end. */
  readonly next: string | null;
};

/** A page of the turns that the filter lets through, newest first. */
export async function listTurns(
  tenantId: string,
  filter: TurnFilter,
  now: Date = new Date(),
): Promise<TurnPage> {
  const userIds =
    filter.user === undefined ? undefined : await findPeopleIds(tenantId, filter.user, MAX_PEOPLE);
  const lines = await findTurnLines(
    {
      tenantId,
      ...spanOf(filter, now),
      words: filter.q,
      // An id is taken as it is: the account behind it may be gone.
      userIds: userIds?.length === 0 && filter.user !== undefined ? [filter.user] : userIds,
      model: filter.model,
      status: filter.status,
      notice: filter.notice,
      minCostNanos: filter.minCost === undefined ? undefined : parseUsd(filter.minCost),
      minDurationMs: filter.minSeconds === undefined ? undefined : Math.round(filter.minSeconds * 1_000),
      after: filter.after,
    },
    PAGE_SIZE + 1,
  );
  const page = lines.slice(0, PAGE_SIZE);
  return { lines: page, next: lines.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null };
}

/** Models that the filter offers: those asked in the last 7 days. */
export function listModels(tenantId: string): Promise<string[]> {
  return findAnsweringModels(tenantId, new Date(Date.now() - MODEL_DAYS * DAY_MS));
}

function spanOf(filter: TurnFilter, now: Date): { from: Date | undefined; to: Date | undefined } {
  const { from, to, period } = filter;
  if (from !== undefined || to !== undefined) {
    return {
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(new Date(to).getTime() + DAY_MS),
    };
  }
  return { from: period === undefined ? undefined : periodScope(period, now).from, to: undefined };
}

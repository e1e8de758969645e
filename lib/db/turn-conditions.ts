import "server-only";
import { lowestIdAt } from "./ids";

/** Conditions on turns; each that is undefined lets everything through. Money is nano-dollars. */
export type TurnConditions = {
  readonly tenantId: string;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly userIds: readonly string[] | undefined;
  readonly model: string | undefined;
  readonly status: string | undefined;
  readonly notice: string | undefined;
  readonly minCostNanos: bigint | undefined;
  readonly minDurationMs: number | undefined;
  /** Only turns older than this one. */
  readonly after: string | undefined;
};

/** Gives a value its place among a statement's parameters. */
export type Place = (value: unknown) => string;

/** The conditions as SQL about `turns t`; turns_overview_idx has all columns that they name. */
export function conditionsOf(conditions: TurnConditions, place: Place): string {
  return [...listConditions(conditions, place)].join(" AND ");
}

/**
 * The ids of the newest turns that meet the conditions, as a statement. Those that have ended are read from
 * turns_overview_idx alone; each half has its own limit, or all of both would be read and sorted.
 */
export function newestTurns(conditions: TurnConditions, limit: number, place: Place): string {
  const [where, most] = [conditionsOf(conditions, place), place(limit)];
  const half = (status: string) => `
    (SELECT t.id FROM turns t WHERE ${where} AND t.status ${status} 'RUNNING' ORDER BY t.id DESC LIMIT ${most})`;
  return `${half("<>")} UNION ALL ${half("=")} ORDER BY id DESC LIMIT ${most}`;
}

function* listConditions(conditions: TurnConditions, place: Place): Generator<string> {
  const { from, to, after, userIds, model, status, notice, minCostNanos, minDurationMs } = conditions;
  yield `t.tenant_id = ${place(conditions.tenantId)}`;
  if (from !== undefined) yield `t.id >= ${place(lowestIdAt(from))}`;
  if (to !== undefined) yield `t.id < ${place(lowestIdAt(to))}`;
  if (after !== undefined) yield `t.id < ${place(after)}`;
  if (userIds !== undefined) yield `t.user_id = ANY(${place(userIds)})`;
  if (model !== undefined) yield `t.model_answered = ${place(model)}`;
  if (status !== undefined) yield `t.status = ${place(status)}::turn_status`;
  if (notice !== undefined) yield `t.notices @> ARRAY[${place(notice)}]`;
  if (minCostNanos !== undefined) yield `t.cost_nanos >= ${place(minCostNanos)}`;
  if (minDurationMs !== undefined) yield `t.duration_ms >= ${place(minDurationMs)}`;
}

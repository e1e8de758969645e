import { strings } from "@/lib/config/strings";
import type { OwnLimits } from "@/lib/protocol/review/people";

/** The word for no limit at all, in the fields of a person's own limits. */
const NO_LIMIT = strings.admin.users.one.plan.none;

export const limitNames = ["turnsPerMinute", "turnsPerDay", "tokensPerDay", "usdPerDay"] as const;

export type LimitName = (typeof limitNames)[number];

/** A field's text, from a limit: empty for the plan's. */
export function writeLimit(limit: string | number | null | undefined): string {
  return limit === undefined ? "" : limit === null ? NO_LIMIT : String(limit);
}

/** A person's own limits from the fields of a form. What is no number is left for the server to refuse. */
export function readLimits(read: (name: LimitName) => string): OwnLimits {
  const given = limitNames.map((name) => [name, readLimit(name, read(name).trim())] as const);
  return Object.fromEntries(given.filter(([, limit]) => limit !== undefined));
}

function readLimit(name: LimitName, text: string): string | number | null | undefined {
  if (text === "") return undefined;
  if (text.toLowerCase() === NO_LIMIT) return null;
  return name === "usdPerDay" ? text : Number(text);
}

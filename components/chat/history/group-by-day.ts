import type { ListedChat } from "@/lib/protocol/listed-chat";

export type HistoryGroup = "pinned" | "today" | "yesterday" | "week" | "older";

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/**
 * Chats by the day they were last asked in, in the order they came in; groups without any are left out.
 * @param offsetMinutes as of Date.getTimezoneOffset: minutes from local time to UTC
 */
export function groupByDay(
  chats: readonly ListedChat[],
  nowMs: number,
  offsetMinutes: number,
): [HistoryGroup, ListedChat[]][] {
  const dayOf = (ms: number) => Math.floor((ms - offsetMinutes * 60_000) / DAY_MS);
  const groups: Record<HistoryGroup, ListedChat[]> = {
    pinned: [],
    today: [],
    yesterday: [],
    week: [],
    older: [],
  };
  for (const chat of chats) {
    const daysAgo = dayOf(nowMs) - dayOf(Date.parse(chat.updatedAt));
    groups[chat.isPinned ? "pinned" : groupOf(daysAgo)].push(chat);
  }
  return (Object.entries(groups) as [HistoryGroup, ListedChat[]][]).filter(([, { length }]) => length > 0);
}

function groupOf(daysAgo: number): HistoryGroup {
  if (daysAgo <= 0) return "today";
  if (daysAgo === 1) return "yesterday";
  return daysAgo <= WEEK_DAYS ? "week" : "older";
}

const HOUR_MS = 3_600_000;

/** Chats that begin in each hour of the day (UTC), on average: people work by day. */
const chatsByHour = [
  0.1, 0.1, 0, 0, 0, 0.1, 0.3, 0.8, 1.6, 2.2, 2.4, 2, 1.3, 1.8, 2.2, 2, 1.6, 1.1, 0.7, 0.5, 0.5, 0.4, 0.3,
  0.2,
];
const WEEKEND_SHARE = 0.3;

/** When chats begin, in order: many by day, few at night and on weekends. */
export function demoMoments(start: Date, end: Date, random: () => number): Date[] {
  const moments: number[] = [];
  for (let hourMs = start.getTime(); hourMs < end.getTime(); hourMs += HOUR_MS) {
    const hour = new Date(hourMs);
    const isWeekend = hour.getUTCDay() % 6 === 0;
    const expected = (chatsByHour[hour.getUTCHours()] ?? 0) * (isWeekend ? WEEKEND_SHARE : 1);
    const count = Math.floor(expected + random());
    for (let chat = 0; chat < count; chat++) moments.push(hourMs + random() * HOUR_MS);
  }
  return moments
    .filter((moment) => moment < end.getTime() - HOUR_MS / 4)
    .sort((a, b) => a - b)
    .map((moment) => new Date(moment));
}

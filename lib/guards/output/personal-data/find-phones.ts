import "server-only";
import type { NumberFinding } from "./find-cards";
import { isUnmistakablePhone, judgePhone } from "./judge-phone";

const starts = /(?<=^|[ /(])(?=[+(]{0,2}\d)/g;
const ends = /\d(?=$|[ /(]|[.)-] )/g;

/** The phone numbers in a run of digits: all of it, or what in it can be nothing else, where other numbers stand beside it. */
export function findPhones(run: string, before: string, next: string): NumberFinding[] {
  // A bracket that is not closed between digits is around the number, not in it.
  if (run.startsWith("(") && !run.includes(")"))
    return findPhones(run.slice(1), `${before}(`, next).map(({ reason, start, end }) => ({
      reason,
      start: start + 1,
      end: end + 1,
    }));
  if (judgePhone(run, before, next)) return [{ reason: "phone", start: 0, end: run.length }];
  if (!/[ /]/.test(run)) return [];
  const stops = [...run.matchAll(ends)].map(({ index }) => index + 1).reverse();
  const found: NumberFinding[] = [];
  for (const { index: start } of run.matchAll(starts)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const end = stops.find((stop) => stop > start && isUnmistakablePhone(run.slice(start, stop), before));
    if (end !== undefined) found.push({ reason: "phone", start, end });
  }
  return found;
}

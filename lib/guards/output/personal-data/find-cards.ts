import "server-only";
import { isLuhnValid } from "../../check-digits";

/** A part of a run of digits that is somebody's, with offsets into the run. */
export type NumberFinding = { readonly reason: string; readonly start: number; readonly end: number };

type Group = { readonly digits: string; readonly start: number; readonly end: number };

const minDigits = 12;
const maxDigits = 19;

export const cardContext =
  /(?:card|credit|debit|visa|master|maestro|amex|\bcc\b|\bpan\b|karte|carte|tarjeta|cartão|cartao|carta|kort|карт|卡|カード|카드)/i;

// Issuer ranges and lengths of the large schemes; others need the word "card" before them.
export const knownCard =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14,17})$/;
const grouped = /^\d{4}(?:([ ./\u00a0-]{1,2})\d{3,6}(?:\1\d{2,7})*)$/;

/**
 * The payment cards (ISO/IEC 7812) in a run of digits and separators, which may hold other numbers before, between and
 * behind them: a count, a date, a code. `before` is the text before the run. O(length).
 */
export function findCards(run: string, before: string): NumberFinding[] {
  if (run.length < minDigits) return [];
  const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }));
  const hasContext = cardContext.test(before.slice(-60));
  const found: NumberFinding[] = [];
  for (let first = 0; first < groups.length; first++) {
    const last = findLastGroup(run, groups, first, hasContext);
    if (last === null) continue;
    found.push({ reason: "card", start: groups[first]?.start ?? 0, end: groups[last]?.end ?? 0 });
    first = last;
  }
  return found;
}

/** Where the card ends that begins with a group: a large scheme's before any other, the longest before shorter ones. */
function findLastGroup(
  run: string,
  groups: readonly Group[],
  first: number,
  hasContext: boolean,
): number | null {
  const start = groups[first]?.start ?? 0;
  let digits = "";
  let known: number | null = null;
  let other: number | null = null;
  for (let last = first; last < groups.length && digits.length <= maxDigits; last++) {
    const group = groups[last];
    digits += group?.digits ?? "";
    if (!isCardLength(digits) || !isWritten(run, start, group?.end ?? 0) || !isLuhnValid(digits)) continue;
    if (knownCard.test(digits)) known = last;
    else if (hasContext) other = last;
  }
  return known ?? other;
}

function isCardLength({ length }: string): boolean {
  return length >= minDigits && length <= maxDigits;
}

/** In one piece or in groups as on cards; "0.4111…" and "4111….5" are measures. */
function isWritten(run: string, start: number, end: number): boolean {
  const part = run.slice(start, end);
  if (/\D/.test(part)) return grouped.test(part);
  return !/\d\.$/.test(run.slice(Math.max(0, start - 2), start)) && !/^\.\d/.test(run.slice(end, end + 2));
}

import "server-only";
import type { PersonalSpan } from "./personal-span";

const head = /-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const tail = /-----END[ A-Z0-9]{0,40}-----/g;
const maxChars = 16_000;
/** A line of a key or its header, and what may stand between lines, also where they were escaped into one. */
const line =
  /(?:\\[nrt]|[\s"'+,\\>|])*(?:(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset): [^\n\\]{0,120}|[A-Za-z0-9+/]{16,}={0,2}|[A-Za-z0-9+/]{2,15}={1,2}|=?(?=[A-Za-z]{0,14}[\d+/])[A-Za-z0-9+/]{2,15})(?![^\s"'\\,])/y;

/** Private keys with all their lines, also where the end is missing. O(length). */
export function findPrivateKeys(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  let end: Place | null = { start: -1, end: -1 };
  for (const match of text.matchAll(head)) {
    const bodyStart = match.index + match[0].length;
    if (end !== null && end.start < bodyStart) end = findTail(text, bodyStart);
    const stop = end !== null && isOf(text, bodyStart, end) ? end.end : endOfLines(text, bodyStart);
    if (/[A-Za-z0-9+/]{16}/.test(text.slice(bodyStart, stop)))
      found.push({ kind: "key", start: match.index, end: stop });
  }
  return found;
}

type Place = { readonly start: number; readonly end: number };

function findTail(text: string, from: number): Place | null {
  tail.lastIndex = from;
  const match = tail.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

/** Whether an end belongs to what begins before it: near, and no other beginning between them. */
function isOf(text: string, bodyStart: number, { start }: Place): boolean {
  return start - bodyStart <= maxChars && !text.slice(bodyStart, start).includes("-----BEGIN");
}

function endOfLines(text: string, from: number): number {
  let end = from;
  line.lastIndex = from;
  while (end - from < maxChars && line.test(text)) end = line.lastIndex;
  return end;
}

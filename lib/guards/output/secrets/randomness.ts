import "server-only";

/** Shannon entropy of a text's characters, in bits per character. */
export function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const filler =
  /x{4,}|\*{3,}|\.{3,}|0{8,}|(.)\1{7,}|your|example|sample|placeholder|changeme|dummy|insert|replace|redacted|todo|<[^>]*>|\$\{|\{\{|\$\(|^\$[A-Z_]+\d*$|abcdefgh|12345678901|qwerty/i;

/** Whether a value is one that documentation puts in a secret's place. */
export function isPlaceholder(value: string): boolean {
  return filler.test(value) || new Set(value.toLowerCase()).size <= 4;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Whether a value looks drawn by a machine: letters and digits that alternate more than names with a number do.
 * Values of digits alone have to be longer, because orders, dates and times are such values too.
 */
export function isRandom(value: string): boolean {
  if (/^\d+$/.test(value)) return value.length >= 15 && entropyBits(value) >= 2.5;
  if (uuid.test(value)) return true;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (entropyBits(value) < Math.min(2.75, Math.log2(value.length) * 0.75)) return false;
  const changes = value.match(/[a-z](?=[A-Z])/g)?.length ?? 0;
  return (value.length >= 24 && changes >= 4) || value.split(/[^A-Za-z0-9]+/).some(isRandomSegment);
}

function isRandomSegment(segment: string): boolean {
  if (segment.length < 8) return false;
  const alternations = segment.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0;
  const caseChanges = segment.match(/[a-z](?=[A-Z]{1,2}[a-z0-9])|[A-Z]{2}(?=[a-z])/g)?.length ?? 0;
  const digits = segment.replace(/\D/g, "").length;
  return (
    alternations >= 3 || (alternations >= 1 && digits >= 2 && (caseChanges >= 3 || segment.length >= 20))
  );
}

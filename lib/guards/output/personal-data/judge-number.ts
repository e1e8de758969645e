import "server-only";
import { isAadhaar, isBsn, isCpf, isLuhnValid, isNhsNumber, isNir, isPesel } from "../../check-digits";
import { findCards, type NumberFinding } from "./find-cards";
import { findGaps } from "./find-gaps";
import { findPhones } from "./find-phones";

/**
 * Finds cards, national numbers and phone numbers in a run of digits, each in what those before it leave: several may stand
 * side by side. `before` and `next` are the text around it.
 */
export function judgeNumber(run: string, before: string, next: string): NumberFinding[] {
  const found = findCards(run, before);
  findInGaps(run, before, found, findNationals);
  // Between underscores stand parts of names, which only a checksum or a shape makes a number of somebody's.
  if (before.endsWith("_") || next.startsWith("_")) return found;
  const findPhonesIn: FindIn = (part, near, isLast) => findPhones(part, near, isLast ? next : "");
  findInGaps(run, before, found, findPhonesIn);
  // What stands beside one may be one.
  if (found.length > 0) findInGaps(run, before, found, findPhonesIn);
  return found;
}

type FindIn = (part: string, before: string, isLast: boolean) => readonly NumberFinding[];

function findInGaps(run: string, before: string, found: NumberFinding[], findIn: FindIn): void {
  for (const { text, start } of findGaps(run, found)) {
    const inside = findIn(text, before + run.slice(0, start), start + text.length === run.length);
    for (const one of inside)
      found.push({ reason: one.reason, start: one.start + start, end: one.end + start });
  }
  found.sort((one, other) => one.start - other.start);
}

type National = {
  reason: string;
  shape: RegExp;
  context: RegExp | null;
  isValid: (digits: string) => boolean;
};

const always = () => true;
const socialSecurity = /(?:social.?security|\bssn\b|\bss#|\bitin\b|tax.?(?:payer)?.?id)/i;

/** National numbers by shape, then checksum; the ones that many other numbers would pass need their name before them. */
const nationals: readonly National[] = [
  // Areas 000 and 666, group 00 and serial 0000 were never issued; 9xx are ITINs.
  { reason: "us-ssn", shape: /^(?!000|666)\d{3}-(?!00)\d\d-(?!0000)\d{4}$/, context: null, isValid: always },
  { reason: "us-ssn", shape: /^\d{3}[ .]?\d\d[ .]?\d{4}$/, context: socialSecurity, isValid: always },
  { reason: "br-cpf", shape: /^\d{3}\.\d{3}\.\d{3}-\d\d$/, context: null, isValid: isCpf },
  { reason: "br-cpf", shape: /^\d{11}$/, context: /\bcpf\b/i, isValid: isCpf },
  {
    reason: "fr-nir",
    shape: /^[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d\d ?\d{3} ?\d{3} ?\d\d$/,
    context: null,
    isValid: isNir,
  },
  { reason: "in-aadhaar", shape: /^[2-9]\d{3} \d{4} \d{4}$/, context: null, isValid: isAadhaar },
  { reason: "in-aadhaar", shape: /^[2-9]\d{11}$/, context: /aadha+r/i, isValid: isAadhaar },
  {
    reason: "ca-sin",
    shape: /^\d{3}[ -]?\d{3}[ -]?\d{3}$/,
    context: /\bsin\b|social insurance/i,
    isValid: isLuhnValid,
  },
  { reason: "nl-bsn", shape: /^\d{9}$/, context: /\bbsn\b|burgerservice|sofi/i, isValid: isBsn },
  { reason: "pl-pesel", shape: /^\d{11}$/, context: /pesel/i, isValid: isPesel },
  {
    reason: "de-tax-id",
    shape: /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    context: /steuer|tax.?id|idnr/i,
    isValid: always,
  },
  { reason: "uk-nhs", shape: /^\d{3}[ -]?\d{3}[ -]?\d{4}$/, context: /\bnhs\b/i, isValid: isNhsNumber },
  {
    reason: "passport",
    shape: /^\d{8,9}$/,
    context: /passport|reisepass|passeport|pasaporte/i,
    isValid: always,
  },
  {
    reason: "driver-license",
    shape: /^\d[\d-]{5,15}$/,
    context: /driv(?:er|ing).{0,3}licen[cs]e|führerschein/i,
    isValid: always,
  },
];

/** The whole run, or what stands in it between blanks, slashes and brackets: a date or an amount may stand beside a number. */
function findNationals(run: string, before: string): NumberFinding[] {
  const whole = judgeNational(run, before);
  if (whole !== null) return [{ reason: whole, start: 0, end: run.length }];
  if (!/[ /(]/.test(run)) return [];
  return [...run.matchAll(/[^ /()]*[^ /.()-]/g)].flatMap(({ 0: part, index }) => {
    const reason = judgeNational(part, before);
    return reason === null || shapeless.has(reason)
      ? []
      : [{ reason, start: index, end: index + part.length }];
  });
}

/** These have neither a shape of their own nor a checksum, so a part of a run says nothing. */
const shapeless = new Set(["passport", "driver-license", "de-tax-id"]);

function judgeNational(run: string, before: string): string | null {
  const digits = run.replace(/\D/g, "");
  const near = before.slice(-48);
  const found = nationals.find(
    ({ shape, context, isValid }) => shape.test(run) && (context?.test(near) ?? true) && isValid(digits),
  );
  return found?.reason ?? null;
}

import "server-only";
import { isAadhaar, isBsn, isCpf, isLuhnValid, isNhsNumber, isNir, isPesel } from "../../check-digits";
import { judgePhone } from "./judge-phone";

/** A part of a run of digits that is somebody's, with offsets into the run. */
export type NumberFinding = { readonly reason: string; readonly start: number; readonly end: number };

type Group = { readonly digits: string; readonly start: number; readonly end: number };

const cardContext =
  /(?:card|credit|debit|visa|master|maestro|amex|\bcc\b|\bpan\b|karte|carte|tarjeta|cartão|cartao|carta|kort|карт|卡|カード|카드)/i;

// Issuer ranges and lengths of the large schemes; others need the word "card" before them.
const knownCard =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14,17})$/;

/** Finds cards, national numbers and phone numbers in a run of digits; `before` and `next` are the text around it. */
export function judgeNumber(run: string, before: string, next: string): NumberFinding[] {
  const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }));
  const card = findCard(run, groups, before);
  if (card) return [card];
  const national = judgeNational(run, before);
  if (national) return [{ reason: national, start: 0, end: run.length }];
  return judgePhone(run, before, next) ? [{ reason: "phone", start: 0, end: run.length }] : [];
}

/** The longest row of groups that is a valid card number; a date or a code may stand behind it. */
function findCard(run: string, groups: readonly Group[], before: string): NumberFinding | null {
  const hasContext = cardContext.test(before.slice(-60));
  for (let first = 0; first < groups.length; first++) {
    for (let last = groups.length - 1; last >= first; last--) {
      const part = groups.slice(first, last + 1);
      const digits = part.map((group) => group.digits).join("");
      if (digits.length < 12 || digits.length > 19) continue;
      const start = part[0]?.start ?? 0;
      const end = part.at(-1)?.end ?? 0;
      const isGrouped =
        part.length === 1 || /^\d{4}(?:([ -])\d{3,6}(?:\1\d{2,7})*)$/.test(run.slice(start, end));
      const isPlausible = knownCard.test(digits) || hasContext;
      if (isGrouped && isPlausible && isLuhnValid(digits)) return { reason: "card", start, end };
    }
  }
  return null;
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

function judgeNational(run: string, before: string): string | null {
  const digits = run.replace(/\D/g, "");
  const near = before.slice(-48);
  const found = nationals.find(
    ({ shape, context, isValid }) => shape.test(run) && (context?.test(near) ?? true) && isValid(digits),
  );
  return found?.reason ?? null;
}

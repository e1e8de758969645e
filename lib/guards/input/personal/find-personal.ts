import "server-only";
import type { PersonalKind } from "@/lib/config/guardrails-input";
import { isAadhaar, isBsn, isCpf, isDni, isNir, isPesel, isSteuerId } from "../../check-digits";
import { findLeadingIban } from "../../iban";
import { isCardNumber, isSocialSecurityNumber } from "./given-out";

type PersonalSpan = { readonly kind: PersonalKind; readonly start: number; readonly end: number };

type Detector = {
  readonly kind: PersonalKind;
  /** Linear; its last group, if any, is the value. */
  readonly pattern: RegExp;
  readonly accepts?: (value: string) => boolean;
  /** For patterns that may run on: the part that is the value, or null. */
  readonly narrow?: (value: string) => string | null;
  /** Words of which one must stand shortly before; for numbers without a strong checksum. */
  readonly context?: RegExp;
};

const contextReach = 48;
const notWord = "(?<![\\w])";
const ends = "(?![\\w])";
const of = (source: string, flags = "g"): RegExp => new RegExp(notWord + source + ends, flags);

/** Earlier detectors win where spans overlap. Formats of keys: the providers' documentation. */
const detectors: readonly Detector[] = [
  {
    kind: "key",
    pattern: /-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----[\s\S]{1,8000}?-----END [A-Z ]{0,24}PRIVATE KEY-----/g,
  },
  { kind: "key", pattern: of("sk-(?:proj-|ant-|svcacct-|or-v1-)?[A-Za-z0-9_-]{20,200}") },
  { kind: "key", pattern: of("(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}") },
  {
    kind: "key",
    pattern: of("(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\\w{22,255}|glpat-[\\w-]{20,64})"),
  },
  { kind: "key", pattern: of("xox[abeoprs]-[A-Za-z0-9-]{10,200}") },
  { kind: "key", pattern: of("AIza[\\w-]{35}") },
  { kind: "key", pattern: of("[rsp]k_(?:live|test)_[A-Za-z0-9]{16,120}") },
  {
    kind: "key",
    pattern: of(
      "(?:hf_[A-Za-z0-9]{30,64}|npm_[A-Za-z0-9]{36}|SG\\.[\\w-]{16,32}\\.[\\w-]{32,64}|dop_v1_[a-f0-9]{64})",
    ),
  },
  { kind: "key", pattern: of("eyJ[\\w-]{8,2000}\\.eyJ[\\w-]{8,4000}\\.[\\w-]{8,1000}") },
  { kind: "key", pattern: /\b[a-z][a-z0-9+]{2,20}:\/\/[^\s:@/]{1,64}:([^\s@/]{3,128})@/g },
  {
    kind: "key",
    pattern:
      /\b(?:api[_-]?key|secret(?:[_-]?key)?|access[_-]?token|auth[_-]?token|password|passwd|pwd|passwort|contraseña|mot de passe|senha)["']?\s{0,3}[:=]\s{0,3}["']?([^\s"'<>,;]{6,128})/gi,
    accepts: (value) => /\d/.test(value) && /[A-Za-z]/.test(value) && !/^[<${[(]/.test(value),
  },
  { kind: "iban", pattern: of("[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]){11,30}"), narrow: findLeadingIban },
  { kind: "card", pattern: of("\\d(?:[ -]?\\d){12,18}"), accepts: isCardNumber },
  { kind: "national-id", pattern: of("\\d{3}[- ]\\d{2}[- ]\\d{4}"), accepts: isSocialSecurityNumber },
  { kind: "national-id", pattern: of("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"), accepts: isCpf },
  { kind: "national-id", pattern: of("(?:[XYZxyz]\\d{7}|\\d{8})-?[A-Za-z]"), accepts: isDni },
  { kind: "national-id", pattern: of("[A-Za-z]{6}\\d{2}[A-EHLMPR-Ta-ehlmpr-t]\\d{2}[A-Za-z]\\d{3}[A-Za-z]") },
  {
    kind: "national-id",
    pattern: of("[12] ?\\d{2} ?\\d{2} ?\\d[\\dAB] ?\\d{3} ?\\d{3} ?\\d{2}"),
    accepts: isNir,
  },
  { kind: "national-id", pattern: of("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]") },
  {
    kind: "national-id",
    pattern: of("\\d{4} ?\\d{4} ?\\d{4}"),
    accepts: isAadhaar,
    context: /aadhaar|aadhar|आधार|uidai/i,
  },
  { kind: "national-id", pattern: of("\\d{11}"), accepts: isPesel, context: /pesel/i },
  { kind: "national-id", pattern: of("\\d{9}"), accepts: isBsn, context: /bsn|burgerservice|sofi/i },
  {
    kind: "national-id",
    pattern: of("\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}"),
    accepts: isSteuerId,
    context: /steuer|tax|idnr|tin\b/i,
  },
  { kind: "national-id", pattern: of("\\d{9}"), context: /\bssn\b|social security/i },
  { kind: "email", pattern: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g },
  {
    kind: "phone",
    pattern: /(?<![\w.])\+\d{1,3}(?:[ ./-]?\(?\d{1,5}\)?){2,6}(?![\w])/g,
    accepts: isPhoneLength,
  },
];

/** Keys, cards, account and identity numbers in a text, in order, without overlap. O(length). */
export function findPersonal(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const detector of detectors)
    for (const match of text.matchAll(detector.pattern)) {
      const span = spanOf(detector, match, text);
      if (span !== null && !found.some((other) => other.start < span.end && other.end > span.start))
        found.push(span);
    }
  return found.sort((a, b) => a.start - b.start);
}

function spanOf(detector: Detector, match: RegExpExecArray, text: string): PersonalSpan | null {
  const matched = match.at(-1) ?? match[0];
  const value = detector.narrow === undefined ? matched : detector.narrow(matched);
  if (value === null || detector.accepts?.(value) === false) return null;
  const start = match.index + match[0].lastIndexOf(value);
  const before = text.slice(Math.max(0, start - contextReach), start);
  if (detector.context?.test(before) === false) return null;
  return { kind: detector.kind, start, end: start + value.length };
}

/** International numbers have 8 to 15 digits (ITU-T E.164). */
function isPhoneLength(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  return digits >= 8 && digits <= 15;
}

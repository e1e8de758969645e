import "server-only";

/** Lengths by country: the SWIFT registry of IBAN formats. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "NO15 BE16 DK18 FI18 FO18 GL18 NL18 SD18 FK18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20 MN20 CH21 HR21 LI21 " +
    "LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 " +
    "PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 " +
    "BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/**
 * The international bank account number (ISO 13616) that a text begins with, as it is written there, with its spaces
 * and hyphens and in either case: as long as its country's are, and right by its check digits. Null when there is none.
 */
export function findLeadingIban(text: string): string | null {
  const length = lengths[text.slice(0, 2).toUpperCase()];
  if (length === undefined) return null;
  let seen = 0;
  for (let index = 0; index < text.length; index++) {
    if (/[A-Za-z0-9]/.test(text.charAt(index))) seen++;
    if (seen < length) continue;
    const iban = text.slice(0, index + 1);
    return !/^[A-Za-z0-9]/.test(text.slice(index + 1)) && isValid(iban.replace(/[\s-]/g, "")) ? iban : null;
  }
  return null;
}

/** ISO 7064 MOD 97-10 over letters (A = 10) and digits: the remainder is 1 when it is right. */
function isValid(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/i.test(iban)) return false;
  let remainder = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

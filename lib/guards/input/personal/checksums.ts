import "server-only";

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, "")].map(Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
const varied = (digits: readonly number[]): boolean => new Set(digits).size > 1;

/** How the networks' numbers begin and how long they are: Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay, Maestro. */
const cardRanges =
  /^(?:4\d{12}(?:\d{3}|\d{6})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|35\d{14}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17}|(?:50|5[6-9]|6\d)\d{11,17})$/;

/** Payment cards (ISO/IEC 7812): a network's range and Luhn's sum. */
export function isCardNumber(text: string): boolean {
  const digits = digitsOf(text);
  return cardRanges.test(digits.join("")) && varied(digits) && luhn(digits);
}

/** Luhn's sum over digits is a multiple of ten. */
function luhn(digits: readonly number[]): boolean {
  const sum = digits.reduceRight((total, digit, index) => {
    const doubled = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Lengths by country, from the SWIFT registry of IBAN formats. */
const ibanLengths: Readonly<Record<string, number>> = {
  ...{
    AD: 24,
    AE: 23,
    AL: 28,
    AT: 20,
    AZ: 28,
    BA: 20,
    BE: 16,
    BG: 22,
    BH: 22,
    BR: 29,
    BY: 28,
    CH: 21,
    CR: 22,
    CY: 28,
  },
  ...{
    CZ: 24,
    DE: 22,
    DK: 18,
    DO: 28,
    EE: 20,
    EG: 29,
    ES: 24,
    FI: 18,
    FO: 18,
    FR: 27,
    GB: 22,
    GE: 22,
    GI: 23,
    GL: 18,
  },
  ...{
    GR: 27,
    GT: 28,
    HR: 21,
    HU: 28,
    IE: 22,
    IL: 23,
    IQ: 23,
    IS: 26,
    IT: 27,
    JO: 30,
    KW: 30,
    KZ: 20,
    LB: 28,
    LC: 32,
  },
  ...{
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    LY: 25,
    MC: 27,
    MD: 24,
    ME: 22,
    MK: 19,
    MR: 27,
    MT: 31,
    MU: 30,
    NL: 18,
    NO: 15,
  },
  ...{
    PK: 24,
    PL: 28,
    PS: 29,
    PT: 25,
    QA: 29,
    RO: 24,
    RS: 22,
    SA: 24,
    SC: 31,
    SE: 24,
    SI: 19,
    SK: 24,
    SM: 27,
    ST: 25,
  },
  ...{ SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20 },
};

/** The beginning of a text that is an account number of its country's length, or null. */
export function leadingIban(text: string): string | null {
  const length = ibanLengths[text.slice(0, 2).toUpperCase()];
  if (length === undefined) return null;
  let seen = 0;
  for (let index = 0; index < text.length; index++) {
    if (/[A-Za-z0-9]/.test(text.charAt(index))) seen++;
    if (seen < length) continue;
    const iban = text.slice(0, index + 1);
    return !/^[A-Za-z0-9]/.test(text.slice(index + 1)) && isIban(iban) ? iban : null;
  }
  return null;
}

/** International bank account numbers (ISO 13616): remainder 1 of 97. */
function isIban(text: string): boolean {
  const iban = text.replace(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let remainder = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** US social security numbers: no checksum, but areas and groups that are never given out. */
export function isSocialSecurityNumber(text: string): boolean {
  const [area = 0, group = 0, serial = 0] = text.split(/\D+/).map(Number);
  return area !== 0 && area !== 666 && area < 900 && group !== 0 && serial !== 0;
}

/** Brazil's CPF: two check digits. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 11 || !varied(digits)) return false;
  const check = (length: number) => {
    const sum = digits
      .slice(0, length)
      .reduce((total, digit, index) => total + digit * (length + 1 - index), 0);
    return ((sum * 10) % 11) % 10;
  };
  return check(9) === digits[9] && check(10) === digits[10];
}

/** Spain's DNI and NIE: the letter is the number's remainder of 23. */
export function isDni(text: string): boolean {
  const found = /^([XYZ]?)(\d{7,8})-?([A-Z])$/i.exec(text.trim());
  if (found === null) return false;
  const [, prefix = "", number = "", letter = ""] = found;
  const leading = prefix === "" ? "" : String("XYZ".indexOf(prefix.toUpperCase()));
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(leading + number) % 23] === letter.toUpperCase();
}

/** Poland's PESEL. */
export function isPesel(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 11 || !varied(digits)) return false;
  return (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === digits[10];
}

/** The Netherlands' BSN: the eleven test. */
export function isBsn(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 9 && varied(digits) && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** Germany's tax number for persons (ISO 7064, MOD 11,10). */
export function isSteuerId(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 11 || digits[0] === 0 || !varied(digits)) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits[10];
}

/** France's NIR: 97 minus the number's remainder of 97. */
export function isNir(text: string): boolean {
  const compact = text.replace(/\s/g, "").toUpperCase().replace("2A", "19").replace("2B", "18");
  if (!/^[12]\d{14}$/.test(compact)) return false;
  return 97 - Number(BigInt(compact.slice(0, 13)) % 97n) === Number(compact.slice(13));
}

const dihedral = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
] as const;
const permutation = "1576283094";

/** India's Aadhaar: Verhoeff's check digit. */
export function isAadhaar(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 12 || (digits[0] ?? 0) < 2) return false;
  let check = 0;
  for (const [index, digit] of digits.reverse().entries()) {
    let permuted = digit;
    for (let round = 0; round < index % 8; round++) permuted = Number(permutation[permuted]);
    check = Number(dihedral[check]?.[permuted]);
  }
  return check === 0;
}

import "server-only";

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, "")].map(Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
const varied = (digits: readonly number[]): boolean => new Set(digits).size > 1;

/** Payment cards (ISO/IEC 7812): Luhn's sum, 13 to 19 digits, not all the same. */
export function isCardNumber(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length >= 13 && digits.length <= 19 && varied(digits) && luhn(digits);
}

/** Luhn's sum over digits is a multiple of ten. */
function luhn(digits: readonly number[]): boolean {
  const sum = digits.reduceRight((total, digit, index) => {
    const doubled = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** International bank account numbers (ISO 13616): remainder 1 of 97. */
export function isIban(text: string): boolean {
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

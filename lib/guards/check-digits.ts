import "server-only";

/*
 * Sums that tell a number that was given out from a row of digits, for whoever looks for personal data, in questions
 * and in answers. All take the number as it is written and look at its digits.
 */

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, "")].map(Number);
const isVaried = (digits: readonly number[]): boolean => new Set(digits).size > 1;
const weightedSum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** The check digit of payment cards (ISO/IEC 7812-1) and of Canada's SIN, by Luhn; one digit repeated is no number. */
export function isLuhnValid(text: string): boolean {
  const digits = digitsOf(text);
  const sum = digits.reduceRight((total, digit, index) => {
    const doubled = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return isVaried(digits) && sum % 10 === 0;
}

/** Brazil's CPF: two check digits. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text);
  const check = (count: number): number => {
    const weights = Array.from({ length: count }, (_, index) => count + 1 - index);
    return ((weightedSum(digits, weights) * 10) % 11) % 10;
  };
  return digits.length === 11 && isVaried(digits) && check(9) === digits[9] && check(10) === digits[10];
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
  const sum = weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
  return digits.length === 11 && isVaried(digits) && sum % 10 === 0;
}

/** The Netherlands' BSN: the eleven test. */
export function isBsn(text: string): boolean {
  const digits = digitsOf(text);
  const sum = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]);
  return digits.length === 9 && isVaried(digits) && sum % 11 === 0;
}

/** The NHS number of England and Wales: 11 minus the remainder of 11. */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  return (11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digits[9];
}

/** Germany's tax number for persons (ISO 7064, MOD 11,10). */
export function isSteuerId(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 11 || digits[0] === 0 || !isVaried(digits)) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits[10];
}

/** France's NIR: 97 minus the number's remainder of 97; Corsica's departments have letters. */
export function isNir(text: string): boolean {
  const compact = text.replace(/\s/g, "").toUpperCase().replace("2A", "19").replace("2B", "18");
  if (!/^[12]\d{14}$/.test(compact)) return false;
  return 97 - (Number(compact.slice(0, 13)) % 97) === Number(compact.slice(13));
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

/** India's Aadhaar: Verhoeff's check digit (1969). */
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

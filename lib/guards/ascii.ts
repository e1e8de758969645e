import "server-only";

/** Whether a UTF-16 unit is one of the ten digits of ASCII. */
export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a UTF-16 unit is a letter of ASCII. */
export function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

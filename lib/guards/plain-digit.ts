import "server-only";

/** Where the ten digits of a script begin: Arabic, Persian, Devanagari, Bengali, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** The UTF-16 unit of a digit of another script as that of the plain digit; any other as it is. */
export function plainDigit(code: number): number {
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? code : code - zero + 48;
}

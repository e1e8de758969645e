import "server-only";
import { isLuhnValid } from "../../check-digits";

/** How the networks' numbers begin and how long they are: Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay, Maestro. */
const cardRanges =
  /^(?:4\d{12}(?:\d{3}|\d{6})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|35\d{14}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17}|(?:50|5[6-9]|6\d)\d{11,17})$/;

/** Payment cards (ISO/IEC 7812): a network's range and Luhn's sum. */
export function isCardNumber(text: string): boolean {
  return cardRanges.test(text.replace(/\D/g, "")) && isLuhnValid(text);
}

/** US social security numbers: no checksum, but areas and groups that are never given out. */
export function isSocialSecurityNumber(text: string): boolean {
  const [area = 0, group = 0, serial = 0] = text.split(/\D+/).map(Number);
  return area !== 0 && area !== 666 && area < 900 && group !== 0 && serial !== 0;
}

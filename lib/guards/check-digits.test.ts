import { describe, expect, it } from "vitest";
import {
  isAadhaar,
  isBsn,
  isCpf,
  isDni,
  isLuhnValid,
  isNhsNumber,
  isNir,
  isPesel,
  isSteuerId,
} from "./check-digits";
import { findLeadingIban } from "./iban";

/** Specimens: the ones that issuers and standards print. */
const specimens = [
  ["a card", isLuhnValid, "4111 1111 1111 1111"],
  ["CPF", isCpf, "529.982.247-25"],
  ["DNI", isDni, "12345678-Z"],
  ["NIE", isDni, "X1234567L"],
  ["PESEL", isPesel, "44051401359"],
  ["BSN", isBsn, "111222333"],
  ["NHS number", isNhsNumber, "943 476 5919"],
  ["tax number", isSteuerId, "86 095 742 719"],
  ["NIR", isNir, "2 55 08 14 168 025 38"],
  ["NIR of Corsica", isNir, "1 85 05 2A 123 456 33"],
  ["Aadhaar", isAadhaar, "2341 2341 2346"],
  ["IBAN", (text: string) => findLeadingIban(text) === text, "GB82 WEST 1234 5698 7654 32"],
] as const;

describe("check digits", () => {
  it.each(specimens)("of %s are right, and wrong with any other last digit or letter", (_, isValid, text) => {
    const last = text.slice(-1);
    const others = /\d/.test(last) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const accepted = [...others].filter((other) => isValid(text.slice(0, -1) + other));
    expect(accepted).toEqual([last]);
  });

  it("are not asked of one digit repeated", () => {
    expect([isLuhnValid("0000 0000 0000 0000"), isCpf("111.111.111-11"), isBsn("000000000")]).toEqual([
      ...[false, false, false],
    ]);
  });
});

describe("findLeadingIban", () => {
  it("ends where its country's numbers end, and takes spaces, hyphens and small letters as they are", () => {
    expect(findLeadingIban("DE89 3704 0044 0532 0130 00 by Friday")).toBe("DE89 3704 0044 0532 0130 00");
    expect(findLeadingIban("de89-3704-0044-0532-0130-00.")).toBe("de89-3704-0044-0532-0130-00");
    expect(findLeadingIban("DE893704004405320130001")).toBeNull();
    expect(findLeadingIban("ZZ89370400440532013000")).toBeNull();
    expect(findLeadingIban("DE89 3704")).toBeNull();
  });
});

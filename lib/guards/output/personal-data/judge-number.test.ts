import { describe, expect, it } from "vitest";
import { judgeNumber } from "./judge-number";

const reasonOf = (run: string, before = "", next = "") => judgeNumber(run, before, next)[0]?.reason ?? null;

describe("judgeNumber", () => {
  it.each([
    ["4111 1111 1111 1111", ""],
    ["5500005555555559", ""],
    ["3782 822463 10005", ""],
    ["6011000990139424", ""],
    ["675912345609", "my card number is "],
  ])("knows the card %s", (run, before) => {
    expect(reasonOf(run, before)).toBe("card");
  });

  it.each([
    ["us-ssn", "078-05-1120", ""],
    ["us-ssn", "078051120", "His SSN is "],
    ["br-cpf", "529.982.247-25", ""],
    ["fr-nir", "2 55 08 14 168 025 38", ""],
    ["in-aadhaar", "2341 2341 2346", ""],
    ["ca-sin", "046 454 286", "Social insurance number: "],
    ["nl-bsn", "111222333", "BSN: "],
    ["pl-pesel", "44051401359", "PESEL "],
    ["uk-nhs", "943 476 5919", "NHS number "],
  ])("knows the %s %s", (reason, run, before) => {
    expect(reasonOf(run, before)).toBe(reason);
  });

  it.each([
    ["+44 20 7946 0958", ""],
    ["+1-202-555-0143", ""],
    ["(202) 555-0143", ""],
    ["202-555-0143", ""],
    ["+49 (0)30 901820", ""],
    ["030 901820-77", ""],
    ["01 23 45 67 89", ""],
    ["3318 4402", "You can call him on "],
    ["555 0199", "Phone:\n"],
  ])("knows the phone %s", (run, before) => {
    expect(reasonOf(run, before)).toBe("phone");
  });

  it("lets the word behind a number decide", () => {
    expect(reasonOf("518 22 407", "", " office")).toBe("phone");
    expect(reasonOf("518 22 407", "", " boxes")).toBeNull();
  });

  const allOf = (run: string, before = "") =>
    judgeNumber(run, before, "").map(({ reason, start, end }) => `${reason} ${run.slice(start, end)}`);

  it.each([
    ["(212) 555-0187 4111 1111 1111 1111", ["phone (212) 555-0187", "card 4111 1111 1111 1111"]],
    ["4111-1111-1111-1111 (212-555-0187", ["card 4111-1111-1111-1111", "phone 212-555-0187"]],
    ["+49 30 349442  529.982.247-25", ["phone +49 30 349442", "br-cpf 529.982.247-25"]],
    ["+49 30 349442 (2024-03-10", ["phone +49 30 349442"]],
    ["+49 30 349442 1234567890", ["phone +49 30 349442"]],
    ["2024-11-05 212-555-0187", ["phone 212-555-0187"]],
    ["(078-05-1120", ["us-ssn 078-05-1120"]],
  ])("finds each of the numbers in %s", (run, found) => {
    expect(allOf(run)).toEqual(found);
  });

  it("takes nothing beside a card or a date for a phone that only words could make one", () => {
    expect(allOf("4111 1111 1111 1111 555 0199")).toEqual(["card 4111 1111 1111 1111"]);
    expect(allOf("2024-11-05 555 0199 12")).toEqual([]);
    expect(allOf("12345 212-555-0187", "order ")).toEqual([]);
  });

  it.each([
    ["2024-11-21", "on "],
    ["1914-1918", "the war of "],
    ["21.11.2024", "am "],
    ["1 000 000", "about "],
    ["1234567", "order number "],
    ["192.168.100.200", "at "],
    ["4111 1111 1111 1112", "example "],
    ["20241121 083000", "at "],
    ["000-12-3456", ""],
    ["978-3-16-148410-0", "ISBN "],
    ["1234567890123", "id "],
  ])("leaves %s alone", (run, before) => {
    expect(reasonOf(run, before)).toBeNull();
  });
});

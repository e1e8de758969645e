import { describe, expect, it } from "vitest";
import { judgeWord } from "./judge-word";

const foundIn = (word: string, before = "") =>
  judgeWord(word, before).map(({ reason, start, end }) => [reason, word.slice(start, end)]);

describe("judgeWord", () => {
  it.each([
    [".NET "],
    ["firmware "],
    ["Firmware: "],
    ["driver v"],
    ["(build "],
    ["SDK "],
    ["release="],
    ["Version ("],
  ])("takes four numbers behind %j for a version", (before) => {
    expect(foundIn("4.8.1.0", before)).toEqual([]);
  });

  it("takes four numbers behind a name and a hyphen for a version", () => {
    expect(foundIn("nginx-84.17.33.9.tar.gz")).toEqual([]);
    expect(foundIn("C:\\WinPython-64bit-84.17.33.9\\python")).toEqual([]);
  });

  it.each([
    ["84.17.33.9", "from "],
    ["84.17.33.9", "The conversion server "],
    ["84.17.33.9", "a driver called from "],
    ["2a02:8108:9640:6f3c::1", "version "],
  ])("finds the address %s behind %j", (address, before) => {
    expect(foundIn(address, before)).toEqual([["ip-address", address]]);
  });

  it.each(["198.41.0.4", "193.0.14.129", "216.239.35.0", "162.159.200.123", "2001:500:2F::F", "9.9.9.11"])(
    "leaves the root or time server or resolver %s alone",
    (address) => {
      expect(foundIn(address, "server ")).toEqual([]);
    },
  );
});

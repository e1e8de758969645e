import { describe, expect, it } from "vitest";
import { readOptions } from "./read-options";

describe("readOptions", () => {
  it("measures everything by default", () => {
    expect(readOptions([])).toEqual({
      targets: ["direct", "baseline", "parapet"],
      levels: [1, 32, 128],
      rounds: 2,
      isHelp: false,
    });
  });

  it.each([
    [["--targets", "parapet"], /must have direct/],
    [["--targets", "direct,nginx"], /"nginx"/],
    [["--readers", "1,many"], /"many"/],
    [["--rounds", "0"], /"0"/],
    [["--round", "1"], /--round/],
  ])("refuses %j", (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

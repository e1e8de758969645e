import { describe, expect, it } from "vitest";
import { createOutputGuard } from "./create-output-guard";

const open = (pieces: readonly string[], context: object = {}) => {
  const guard = createOutputGuard({ surface: "text", ...context });
  return pieces.map((piece) => guard.push(piece)).concat(guard.flush());
};

describe("OpeningWord", () => {
  it("shows a common first word before anything follows it", () => {
    expect(open(["The", " answer"])).toEqual(["The", " ", "answer"]);
    expect(open(["**Sure", "**, here"])[0]).toBe("**Sure");
    expect(open(["Конечно", ", вот"])[0]).toBe("Конечно");
  });

  it("starts a finding behind it, in whatever pieces the text comes", () => {
    const shown = "The(email\u00a0address\u00a0removed) is right";
    expect(open(["The", "o.smith@mail.pt is right"]).join("")).toBe(shown);
    expect(open(["Theo.smith@mail.pt is right"]).join("")).toBe(shown);
    expect(open([..."Theo.smith@mail.pt is right"]).join("")).toBe(shown);
  });

  it("lets every other word wait, and a second one, and one in capitals", () => {
    expect(open(["Xaver", "@mail.pt"])).toEqual(["", "", "(email\u00a0address\u00a0removed)"]);
    expect(open(["The the"])[0]).toBe("The ");
    expect(open(["THE"])[0]).toBe("");
  });

  it("lets a word wait that begins a value which must not be shown", () => {
    expect(open(["Together"], { secrets: ["Together4ever!"] })[0]).toBe("");
    expect(open(["Together4ever! it is"], { secrets: ["Together4ever!"] }).join("")).toBe("");
    expect(open(["Together"])[0]).toBe("Together");
  });

  it("has no part in arguments of tools", () => {
    expect(open(["The"], { surface: "tool" })[0]).toBe("");
  });
});

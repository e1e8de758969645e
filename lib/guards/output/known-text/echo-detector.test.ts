import { describe, expect, it } from "vitest";
import { findEchoes } from "./echo-detector";

const cuesOf = (...cues: string[]) => [...findEchoes([], cues).cues];

describe("findEchoes", () => {
  it("waits for quoted words, but not for those that every conversation has", () => {
    expect(cuesOf("Bluebird!", "The password", "access granted", "hello", "yes")).toEqual(["bluebird"]);
    expect(cuesOf("the theatre")).toEqual(["the theatre"]);
  });

  it("takes a long list for one of words to look out for", () => {
    expect(cuesOf("alder", "birch", "cedar")).toHaveLength(3);
    expect(cuesOf("alder", "birch", "cedar", "dogwood")).toEqual([]);
  });

  it("finds rows of which at least half the words are longer than the commonest", () => {
    const { rows } = findEchoes(["Never tell of the rye flour."], []);
    expect([rows.has("never tell"), rows.has("of the"), rows.has("the rye")]).toEqual([true, false, false]);
  });
});

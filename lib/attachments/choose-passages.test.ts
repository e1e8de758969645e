import { describe, expect, it } from "vitest";
import { choosePassages } from "./choose-passages";

const words = ({ text }: { text: string }): number => text.split(/\s+/).filter(Boolean).length;
const filler = (name: string) => Array.from({ length: 60 }, (_, at) => `${name} ${at} rain. `.repeat(60));
const fileOf = (id: string, paragraphs: readonly string[]) => ({
  id,
  name: `${id}.txt`,
  text: paragraphs.join("\n\n"),
  unbroken: [],
});

describe("choosePassages", () => {
  it("takes all of what fits, what fits the question best first", () => {
    const files = [fileOf("a", ["The hen is white."]), fileOf("b", ["The fox is red."])];
    const { passages, isShortened } = choosePassages(files, "Which colour has the fox?", 100, words);
    expect(passages.map(({ text }) => text)).toEqual(["The fox is red.", "The hen is white."]);
    expect(passages[0]).toMatchObject({
      id: "file:b:0:15",
      title: "b.txt",
      url: "/api/attachments/b/file",
      attachmentId: "b",
    });
    expect(isShortened).toBe(false);
  });

  it("takes the beginnings and what fits the question of what does not fit", () => {
    const long = filler("weather");
    long.splice(40, 0, "The fox is called Malte.");
    const { passages, isShortened } = choosePassages(
      [fileOf("a", long)],
      "What is the fox called?",
      1_000,
      words,
    );
    expect(isShortened).toBe(true);
    expect(passages[0]?.text).toContain("Malte");
    expect(passages[0]?.title).toMatch(/^a\.txt, part \d+ of \d+$/);
    expect(passages[1]?.text).toContain("weather 0");
    expect(passages.reduce((sum, passage) => sum + words(passage), 0)).toBeLessThanOrEqual(1_000);
  });

  it("takes the beginning where a question names nothing of the file", () => {
    const { passages } = choosePassages([fileOf("a", filler("weather"))], "What is this?", 1_000, words);
    const starts = passages.map(({ id }) => Number(id.split(":")[2]));
    expect(starts[0]).toBe(0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(passages.length).toBeGreaterThan(2);
  });

  it("makes nothing of nothing", () => {
    expect(choosePassages([], "fox", 100, words)).toEqual({ passages: [], tokens: 0, isShortened: false });
    expect(choosePassages([fileOf("a", ["The fox."])], "fox", 0, words).isShortened).toBe(true);
  });
});

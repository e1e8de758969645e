import { createRandom } from "../provider/behaviour/random";
import { loadText } from "../seed/load-text";

type Block = (random: () => number, index: number) => string;

/** The kinds of blocks in the order they come, as a long technical answer mixes them. */
const blocks: readonly Block[] = [
  (random, index) => `## Part ${index + 1}: ${loadText(4, random)}`,
  (random) =>
    `${loadText(60, random)} **${loadText(3, random)}** and \`${loadText(1, random)}\` [1]. ${loadText(30, random)}.`,
  (random) =>
    Array.from({ length: 6 }, () => `- *${loadText(2, random)}*: ${loadText(12, random)}`).join("\n"),
  (random) =>
    `\`\`\`ts\n${Array.from({ length: 14 }, (_, line) => codeLine(line, random)).join("\n")}\n\`\`\``,
  (random) => `${loadText(50, random)}, where $x_i^2 + \\frac{1}{n}$ is less than $5 a month.`,
  (random) =>
    [
      "| Name | Meaning | Value |",
      "| --- | --- | ---: |",
      ...Array.from(
        { length: 8 },
        (_, row) => `| ${loadText(2, random)} | ${loadText(7, random)} | ${row * 37} |`,
      ),
    ].join("\n"),
  (random) => `> ${loadText(35, random)}`,
  () => "$$\n\\sum_{i=1}^{n} \\frac{x_i - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}}\n$$",
  (random) =>
    Array.from(
      { length: 5 },
      (_, item) => `${item + 1}. ${loadText(10, random)}\n   - ${loadText(8, random)}`,
    ).join("\n"),
  (random) => `${loadText(80, random)}. See [the guide](/knowledge/guards) for ~~all~~ more.`,
];

function codeLine(line: number, random: () => number): string {
  const name = loadText(1, random);
  return line % 4 === 0
    ? `export function ${name}${line}(input: string): number { // ${loadText(4, random)}`
    : line % 4 === 3
      ? "}"
      : `  const ${name}${line} = await read("${loadText(2, random)}", { limit: ${line * 10} });`;
}

/** Markdown of at least so many words, with everything an answer may have; the same for the same number. */
export function composeLongAnswer(words: number): string {
  const random = createRandom(7);
  const written: string[] = [];
  let count = 0;
  for (let index = 0; count < words; index++) {
    const block = blocks[index % blocks.length]?.(random, index) ?? "";
    written.push(block);
    count += block.split(/\s+/).length;
  }
  return written.join("\n\n");
}

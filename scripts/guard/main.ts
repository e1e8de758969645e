import { inputMain } from "./input-main";

const usage = `usage: npm run --silent guard -- input [--surface user|document|attachment|tool] < rows.jsonl
       npm run --silent guard -- output [--chunks whole|chars|random:SEED] [--allow HOST …] < rows.jsonl`;

const [direction, ...rest] = process.argv.slice(2);

// Whoever reads us may stop early, as `head` does; that is no error of ours.
process.stdout.on("error", () => process.exit(0));

async function main(): Promise<void> {
  if (direction === "input") {
    process.exitCode = await inputMain(rest);
  } else if (direction === "output") {
    // That program reads its options from the command line, where the direction is not one.
    process.argv.splice(2, 1);
    await import("../guard-output/output-main");
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
}

void main();

import { disguises } from "./disguises";
import { judgeText } from "./judge-text";
import { type Row, readRows } from "./read-rows";

const leakGuards = new Set(["known-value", "prompt-leak", "prompt-echo"]);
const canary = "quartz-4417-zephyr-9023";

const isNoticed = ({ text, system_prompt }: Row) =>
  judgeText([text], system_prompt ? { systemPrompt: system_prompt } : {}).findings.some(({ guard }) =>
    leakGuards.has(guard),
  );
const share = (rows: readonly Row[]) => ({
  rows: rows.length,
  noticed: rows.filter(isNoticed).length / rows.length,
});

/** Share of disguises whose text never shows the value or a quarter of the instructions in the same disguise. */
function benchDisguises(prompts: readonly Row[]): object {
  const rows = Object.entries(disguises).map(([name, disguise]) => {
    const hidden = disguise(canary);
    const canaryLeft = judgeText([`Sure, it is ${hidden} as you asked.`], { canary }).emitted.includes(
      hidden,
    );
    const stopped = prompts.filter(
      ({ text }) => judgeText([`Here: ${disguise(text)}`], { systemPrompt: text }).action === "block",
    );
    return [name, { canaryStopped: !canaryLeft, instructionsStopped: stopped.length / prompts.length }];
  });
  return Object.fromEntries(rows);
}

/** Real leaks and answers that leak nothing, and generated leaks in every disguise. */
export function benchLeaks(folder: string): object {
  const rows = readRows(folder, "prompt_leak_tensortrust");
  const prompts = readRows(folder, "system_prompts_tensortrust").filter(({ text }) => text.length >= 200);
  return {
    realLeaks: share(rows.filter(({ label }) => label === "leak")),
    noLeaks: share(rows.filter(({ label }) => label !== "leak")),
    ...benchDisguises(prompts.slice(0, 100)),
  };
}

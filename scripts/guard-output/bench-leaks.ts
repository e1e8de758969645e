import { readRows } from "./read-rows";
export function benchLeaks(folder: string): object {
  return { rows: readRows(folder, "prompt_leak_tensortrust").length };
}

import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { strings } from "@/lib/config/strings";
import { readTasks, type Task } from "./read-tasks";

export type RunResult = { readonly opening: readonly Task[]; readonly streaming: readonly Task[] };

type Run = {
  readonly context: BrowserContext;
  readonly url: string;
  /** How many times slower than it is the processor is made for the page. */
  readonly slowdown: number;
  /** Where to put a CPU profile of the streaming, for who wants to know what takes the time. */
  readonly onProfile: ((profile: object) => void) | undefined;
};

const ANSWER_TIMEOUT_MS = 400_000;
const SETTLED_MS = 1500;
const categories = ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"];

/** Opens the chat in a page of its own, asks, and follows the answer to its end. */
export async function measureRun({ context, url, slowdown, onProfile }: Run): Promise<RunResult> {
  const page = await context.newPage();
  const browser = context.browser();
  if (browser === null) throw new Error("The browser is gone.");
  try {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const opening = await traced(browser, page, () => open(page, url));
    if (onProfile !== undefined) await session.send("Profiler.enable");
    if (onProfile !== undefined) await session.send("Profiler.start");
    const streaming = await traced(browser, page, () => askAndFollow(page));
    if (onProfile !== undefined) onProfile((await session.send("Profiler.stop")).profile);
    return { opening, streaming };
  } finally {
    await page.close();
  }
}

async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<Task[]> {
  await browser.startTracing(page, { categories });
  try {
    await work();
  } finally {
    await page.waitForTimeout(SETTLED_MS);
  }
  return readTasks(await browser.stopTracing());
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect.poll(() => isThere(page, "textarea:focus")).toBe(true);
}

async function askAndFollow(page: Page): Promise<void> {
  await page.keyboard.type("Tell me all of it");
  await page.keyboard.press("Enter");
  const stopButton = `button[aria-label="${strings.composer.stop}"]`;
  await expect.poll(() => isThere(page, stopButton)).toBe(true);
  await expect
    .poll(() => isThere(page, stopButton), { timeout: ANSWER_TIMEOUT_MS, intervals: [SETTLED_MS] })
    .toBe(false);
}

/** Asked without roles and names, which take long tasks of their own to work out in a long chat. */
function isThere(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { answers, startProgram } from "@/bench/child-program";
import { findFreePort } from "@/bench/find-free-port";

/** Takes the README's screenshot: the last build, asked its first suggestion by a browser, without any key. */
const root = join(import.meta.dirname, "..");
const target = join(root, "docs", "screenshot.png");
const browserFile = join(root, "node_modules", ".cache", "parapet", "browser.json");
const question = "How do I add a provider?";

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "parapet-screenshot-"));
  const url = `http://localhost:${await findFreePort()}`;
  const parapet = await startProgram({
    name: "Parapet",
    args: ["--conditions=react-server", join(root, "scripts", "launch.mjs"), "start"],
    env: { ...keyless, PORT: new URL(url).port, DATA_DIR: dataDir },
    isReady: async (output) => output.includes("Parapet is ready") && (await answers(`${url}/api/ready`)),
  });
  try {
    await shoot(url);
  } finally {
    await parapet.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Keys of whoever runs this must not change what the picture shows. */
const keyless = Object.fromEntries(
  ["DATABASE_URL", "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "COMPATIBLE_BASE_URL", "MODEL_CHAIN"].map(
    (name) => [name, ""],
  ),
);

async function shoot(url: string): Promise<void> {
  const found = existsSync(browserFile) ? JSON.parse(readFileSync(browserFile, "utf8")) : {};
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    ...found,
    args: ["--disable-gpu", "--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
  });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
    colorScheme: "light",
  });
  await page.goto(url);
  await page.getByRole("button", { name: question }).click();
  await page.getByRole("button", { name: /copy/i }).first().waitFor();
  // The question's field would show its cursor at another moment each time.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  mkdirSync(join(root, "docs"), { recursive: true });
  await page.screenshot({ path: target, animations: "disabled" });
  await browser.close();
  console.log(`Written to ${target}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

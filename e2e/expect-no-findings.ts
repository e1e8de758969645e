import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Has axe look at the page as it is now. */
export async function expectNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
  expect(findings).toEqual([]);
}

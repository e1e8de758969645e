import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Has axe look at the page as it is now, with all its rules. There are no frames of other origins, so it can do so inside
 * the page instead of in a second one, and nobody reads what it passes: both take most of its time.
 */
export async function expectNoFindings(page: Page, place = ""): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await axe.analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
  expect(findings, place).toEqual([]);
}

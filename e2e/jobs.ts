import { expect, type Page } from '@playwright/test';

/** Opens the report of a job once it is over. */
export async function reportOf(page: Page, name: RegExp): Promise<void> {
  await page.goto('/jobs');
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByText(/^Done/).first()).toBeVisible({ timeout: 300_000 });
}

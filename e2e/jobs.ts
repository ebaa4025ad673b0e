import { expect, type Page } from '@playwright/test';

/** Opens the report of a job once it is over. */
export async function reportOf(page: Page, name: RegExp): Promise<void> {
  await page.goto('/jobs');
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('main').getByRole('region', { name })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0, { timeout: 300_000 });
}

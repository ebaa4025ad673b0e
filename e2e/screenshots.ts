import { chromium } from '@playwright/test';
import { demo, startSwitchboard } from './switchboard.ts';

// `npm run screenshots`: makes the README's picture from the demo, after a build.

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' });
const switchboard = await startSwitchboard({ env: { SEED: '500' } });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: switchboard.origin });
  await page.request.post('/session', {
    data: demo,
    headers: { Origin: switchboard.origin, 'X-Requested-With': 'switchboard' },
  });
  await page.goto('/inbox');
  await page.getByRole('list', { name: 'Conversations' }).getByRole('link').nth(2).click();
  await page.getByRole('log').locator('p, span').first().waitFor();
  await page.screenshot({ path: 'e2e/screenshots/inbox.png' });
} finally {
  await browser.close();
  await switchboard.close();
}

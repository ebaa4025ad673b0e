import { defineConfig } from '@playwright/test';
import { chromiumPath } from './e2e/chromiumPath.ts';

const quiet =
  '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-default-apps';
const isRoot = process.getuid?.() === 0;

/** Every worker starts the built server (e2e/fixtures.ts); nothing is intercepted, nothing leaves this machine. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './scripts/madeData.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./scripts/playwrightCount.ts']],
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'America/Denver',
    // Costs a sixth of the run; `npx playwright test --trace retain-on-failure` when a test is looked into.
    trace: 'off',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromiumPath && { executablePath: chromiumPath }),
      args: [
        ...quiet.split(' '),
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
});

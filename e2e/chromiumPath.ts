import { existsSync } from 'node:fs';

/** The shell without a window first: it does the same for a sixth less of the processor's time. */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The browser that tests, benches and pictures run: what `npm test` found, else Debian's; undefined: Playwright's own. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? installed.find(existsSync);

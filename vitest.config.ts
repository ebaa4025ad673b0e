import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: './scripts/postgresCluster.ts',
    reporters: ['default', './scripts/vitestCount.ts'],
    pool: 'forks',
    // Loading every module anew for every file would take as long as the tests. What a test changes, it puts back.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 180_000,
  },
});

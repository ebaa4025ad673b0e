import { join } from 'node:path';
import { begin, ensureInstalled, findNode, root, say } from './prepare.mjs';

// `npm run admin -- …`: administration of an installation, from its source.

try {
  await ensureInstalled();
  const child = begin(findNode(), [join(root, 'src', 'admin.ts'), ...process.argv.slice(2)]);
  child.once('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}

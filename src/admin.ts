import { readConfig, WrongConfig } from './config.ts';
import { administer, Impossible } from './server/admin/admin.ts';

// `npm run admin`: what is printed is for people; the exit code is for scripts.
try {
  const lines = await administer(process.argv.slice(2), readConfig({ ...process.env, HOST: undefined }));
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  if (!(error instanceof Impossible || error instanceof WrongConfig)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

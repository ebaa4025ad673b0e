import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, environment, findNode, root, say } from './prepare.mjs';

// `npm start`: installs and builds what is missing, then serves until Ctrl-C or SIGTERM.

try {
  await ensureInstalled();
  await ensureBuilt();
  say('Starting…');
  serve();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}

function serve() {
  const child = spawn(findNode(), [join(root, 'dist', 'server', 'main.js')], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  });
  // A terminal tells both of Ctrl-C, `kill` and npm only this process; the server takes two at once for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    say(`The server could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1);
  });
}

import { join } from 'node:path';
import { begin, ensureBuilt, ensureInstalled, findNode, root, say, wasAskedToEnd } from './prepare.mjs';

// `npm start`: installs and builds what is missing, then serves until Ctrl-C or SIGTERM.

try {
  await ensureInstalled();
  const node = findNode();
  await ensureBuilt();
  if (!wasAskedToEnd()) serve(node);
} catch (error) {
  if (!wasAskedToEnd()) say(error.message);
  process.exitCode = 1;
}

function serve(node) {
  say('Starting…');
  const child = begin(node, [join(root, 'dist', 'server', 'main.js')]);
  endWithNpm(child);
  child.once('error', (error) => {
    say(`The server could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? (wasAskedToEnd() ? 0 : 1);
  });
}

/** npm hands SIGTERM to a shell that dies of it and tells no one; what it ran then has another parent. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, 100);
  look.unref();
  child.once('exit', () => clearInterval(look));
}

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
  child.once('error', (error) => {
    say(`The server could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? (wasAskedToEnd() ? 0 : 1);
  });
}

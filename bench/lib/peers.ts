import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is measured beside this project lives here, outside its own dependencies. */
const root = fileURLToPath(new URL('../.peers', import.meta.url));

export type Peers = {
  /** Their folder, with `node_modules`. */
  folder: string;
  /** `require` and `require.resolve` from there. */
  require: NodeJS.Require;
};

/** Installs `versions` (package → exact version) into a folder of `name`, unless they are there. */
export function installPeers(name: string, versions: Record<string, string>): Peers {
  const folder = join(root, name);
  const wanted = JSON.stringify({ private: true, dependencies: versions }, null, 2);
  const note = join(folder, '.installed');
  if (!existsSync(note) || readFileSync(note, 'utf8') !== wanted) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), wanted);
    console.log(`Installing ${Object.keys(versions).join(', ')} into ${folder}…`);
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock'];
    execFileSync('npm', ['install', '--prefix', folder, ...quiet], { stdio: 'inherit', cwd: folder });
    writeFileSync(note, wanted);
  }
  return { folder, require: createRequire(join(folder, 'package.json')) };
}

/** The version of a Debian program such as `nginx`, which is installed where it can be; undefined where it can't. */
export function debianProgram(name: string, versionFlag: string): string | undefined {
  const version = () =>
    /[\d.]{3,}/.exec(execFileSync('sh', ['-c', `${name} ${versionFlag} 2>&1`], { encoding: 'utf8' }))?.[0];
  try {
    return version();
  } catch {
    try {
      console.log(`Installing ${name}…`);
      execFileSync('apt-get', ['install', '-y', '-qq', name], { stdio: ['ignore', 'ignore', 'inherit'] });
      return version();
    } catch {
      console.log(`${name} is not on this machine and could not be installed: measured without it.`);
      return undefined;
    }
  }
}

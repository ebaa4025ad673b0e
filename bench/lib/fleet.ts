import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Running, startProcess } from './processes.ts';

/** A server as `npm start` runs it; `api` is where it is asked without a gateway between. */
export type Server = { process: Running; api: string; folder: string };

/** Starts a server on a database that other processes may have, too. */
export async function startServer(databaseUrl: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-process-'));
  const port = await freePort();
  const running = await startProcess(process.execPath, ['dist/server/main.js'], {
    PORT: '0',
    TEXTUS_PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    SEED: '0',
    RATE_LIMIT_HOUR: '100000000',
    BROADCAST_INTERVAL_S: '0',
    CARRIER_DELAY_MS: '0',
  });
  return { process: running, api: `http://127.0.0.1:${port}`, folder };
}

export async function stopServer({ process, folder }: Server) {
  await process.stop();
  rmSync(folder, { recursive: true, force: true });
}

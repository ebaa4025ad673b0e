import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has the data folder open. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
  constructor(folder: string) {
    super(`Another Switchboard is using the folder ${folder}. Stop it, or set DATA_DIR to another folder.`);
  }
}

// Kept referenced: a collected handle would drop its lock.
const locks = new Map<string, DatabaseSync>();

/**
 * Holds `folder` for this process; the kernel frees it when the process ends, however it ends.
 * Returns what lets go of it. Throws `FolderInUse` at once when another process has it.
 */
export function lockFolder(folder: string): () => void {
  const sqlite = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    sqlite.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch {
    sqlite.close();
    throw new FolderInUse(folder);
  }
  locks.set(folder, sqlite);
  return () => {
    locks.delete(folder);
    sqlite.close();
  };
}

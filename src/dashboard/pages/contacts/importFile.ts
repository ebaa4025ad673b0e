import { BadFile, refuseSize } from '#dashboard/lib/csvDecode.ts';
import type { Table } from '#dashboard/lib/csvRead.ts';
import type { Mapping } from '#dashboard/lib/importMapping.ts';
import type { Prepared } from '#dashboard/lib/importRows.ts';
import type { ImportItem } from '#dashboard/jobs/kinds/importContacts.ts';

/** What a row will be. */
export type Shown = 'new' | 'exists' | 'twin' | 'invalid';

/** What the worker can be asked. */
export type Asked =
  | { what: 'read'; bytes?: ArrayBuffer; hasHeader?: boolean }
  | { what: 'prepare'; mapping: Mapping; country: string }
  | { what: 'phones' }
  | { what: 'mark'; contacts: (readonly [phone: string, id: number])[] | null }
  | { what: 'page'; show: Shown | 'all'; page: number; perPage: number }
  | { what: 'items' };

export type Read = Omit<Table, 'rows'> & { total: number; sample: string[][]; mapping: Mapping };
export type Counts = Omit<Prepared, 'rows'>;

export type Answers = {
  read: Read;
  prepare: Counts;
  phones: string[];
  mark: { exist: number };
  page: { rows: ImportItem[]; total: number };
  items: ImportItem[];
};

type Told = { id: number; answer: unknown } | { id: number; bad: string };

/** One file that is being imported, in a worker of its own. */
export class ImportFile {
  readonly name: string;
  readonly #worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  #ids = 0;

  constructor(name: string) {
    this.name = name;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('bad' in data) waiting?.reject(new BadFile(data.bad));
      else waiting?.resolve(data.answer);
    });
    this.#worker.addEventListener('error', () => {
      for (const { reject } of this.#waiting.values())
        reject(new BadFile('The file is too much for this browser. Split it into smaller files.'));
      this.#waiting.clear();
    });
  }

  ask<What extends Asked['what']>(asked: Extract<Asked, { what: What }>): Promise<Answers[What]> {
    this.#ids += 1;
    const id = this.#ids;
    return new Promise((resolve, reject) => {
      // The worker answers each question by its kind.
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      this.#worker.postMessage({ id, asked });
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}

/** Opens a file somebody chose. Throws `BadFile`. */
export async function openFile(file: File): Promise<{ file: ImportFile; read: Read }> {
  refuseSize(file.size);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new BadFile('The file can’t be read. It may be open in another program, or gone.');
  });
  const opened = new ImportFile(file.name);
  try {
    return { file: opened, read: await opened.ask({ what: 'read', bytes }) };
  } catch (error) {
    opened.close();
    throw error;
  }
}

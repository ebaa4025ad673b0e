import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Sessions that were signed out before their time. A sealed cookie can't be taken back, so its id is remembered until
 * the cookie would be worthless anyway. Kept in `file`, one `<id> <until>` a line, to outlive a restart.
 */
export class EndedSessions {
  readonly #until = new Map<string, number>();
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
    if (!file) return;
    for (const [id, until] of lines(file)) if (until > Date.now()) this.#until.set(id, until);
    writeFileSync(file, [...this.#until].map(([id, until]) => `${id} ${until}\n`).join(''), { mode: 0o600 });
  }

  add(id: string, until: number) {
    if (this.#until.has(id)) return;
    for (const [old, expired] of this.#until) if (expired <= Date.now()) this.#until.delete(old);
    this.#until.set(id, until);
    if (this.#file) appendFileSync(this.#file, `${id} ${until}\n`, { mode: 0o600 });
  }

  has(id: string): boolean {
    return this.#until.has(id);
  }
}

function lines(file: string): [string, number][] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .map(([id = '', until]) => [id, Number(until)]);
  } catch {
    return [];
  }
}

import type { Reporter, Suite } from '@playwright/test/reporter';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Notes for `npm test` how many tests passed and failed. */
export default class implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;
  onBegin(_config: unknown, suite: Suite) {
    this.#suite = suite;
  }
  onError() {
    this.#errors += 1;
  }
  onEnd() {
    const results = process.env['RESULTS'];
    if (!results) return;
    const tests = this.#suite?.allTests() ?? [];
    const passed = tests.filter((test) => test.outcome() === 'expected').length;
    writeFileSync(join(results, 'e2e.json'), JSON.stringify({ passed, failed: tests.length - passed + this.#errors }));
  }
}

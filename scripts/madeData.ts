import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeData } from '../e2e/switchboard.ts';

/** Playwright's global setup: what a first start does is done once for each amount of demo data, then copied. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard made '));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await Promise.all(['0', '40'].map((seed) => makeData(seed, join(folder, seed))));
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

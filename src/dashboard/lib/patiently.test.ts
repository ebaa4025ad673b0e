import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patiently } from './patiently.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails as often as it is told, then comes. */
function failing(times: number) {
  let asked = 0;
  const load = async () => {
    asked += 1;
    if (asked <= times) throw new Error(`not there at ${asked}`);
    return 'here';
  };
  return { load, asked: () => asked };
}

test('tries again, with a pause, until it comes', async () => {
  const { load, asked } = failing(3);
  const coming = patiently(load);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(6_001);
  expect(await coming).toBe('here');
  expect(asked()).toBe(4);
});

test('where trying is in vain it does so once more, and says what is wrong', async () => {
  const blip = failing(1);
  expect(await patiently(blip.load, async () => true)).toBe('here');
  const gone = failing(5);
  await expect(patiently(gone.load, async () => true)).rejects.toThrow('not there at 2');
  expect(gone.asked()).toBe(2);
});

test('what seems in vain only later is given up then', async () => {
  const gone = failing(5);
  const answers = [false, true];
  const coming = expect(patiently(gone.load, async () => answers.shift() ?? false)).rejects.toThrow('not there at 3');
  await vi.advanceTimersByTimeAsync(3_000);
  await coming;
});

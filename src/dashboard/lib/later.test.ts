import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commitAll, defer, dismiss, pause, undo } from './later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await commitAll();
  vi.useRealTimers();
});

const deferred = () => {
  const calls: string[] = [];
  const id = defer({ text: 'Going out', run: () => calls.push('run'), onUndo: () => calls.push('undo') });
  return { calls, id };
};

test('the action runs once, eight seconds later', () => {
  const { calls } = deferred();
  vi.advanceTimersByTime(7_500);
  expect(calls).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(calls).toEqual(['run']);
});

test('an action taken back never runs', () => {
  const { calls, id } = deferred();
  undo(id);
  undo(id);
  vi.advanceTimersByTime(60_000);
  expect(calls).toEqual(['undo']);
});

test('the clock stands while somebody points at it', () => {
  const { calls, id } = deferred();
  vi.advanceTimersByTime(5_000);
  pause(true);
  vi.advanceTimersByTime(60_000);
  pause(false);
  vi.advanceTimersByTime(2_500);
  expect(calls).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(calls).toEqual(['run']);
  undo(id);
  expect(calls).toEqual(['run']);
});

test('closing does it at once', () => {
  const { calls, id } = deferred();
  dismiss(id);
  expect(calls).toEqual(['run']);
});

test('before signing out everything that waits is done', async () => {
  const [first, second] = [deferred(), deferred()];
  await commitAll();
  expect([first.calls, second.calls]).toEqual([['run'], ['run']]);
});

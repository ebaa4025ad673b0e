import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commitAll, defer, dismiss, pause, undo } from './later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  commitAll();
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

test('when the page goes away everything that waits is done', () => {
  const [first, second] = [deferred(), deferred()];
  commitAll();
  expect([first.calls, second.calls]).toEqual([['run'], ['run']]);
});

test('what can not be finished on the way out is kept instead', () => {
  const calls: string[] = [];
  defer({ text: 'x', run: () => calls.push('run'), onLeave: () => calls.push('kept') });
  commitAll();
  expect(calls).toEqual(['kept']);
});

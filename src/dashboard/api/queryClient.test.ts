import { QueryObserver } from '@tanstack/react-query';
import { expect, it, onTestFinished } from 'vitest';
import { queryClient } from './queryClient.ts';

/** A read whose answers are given one by one. */
function watched(queryKey: string[]) {
  const answers: ((value: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const stop = new QueryObserver(queryClient, { queryKey, queryFn }).subscribe(() => undefined);
  onTestFinished(() => {
    stop();
    queryClient.clear();
  });
  return { answers, shown: () => queryClient.getQueryData(queryKey) };
}

it('asks again for a first read that began before a change', async () => {
  const { answers, shown } = watched(['things', 'first']);
  const fresh = queryClient.invalidateQueries({ queryKey: ['things'] });
  answers[0]?.('before');
  await expect.poll(() => answers).toHaveLength(2);
  answers[1]?.('after');
  await fresh;
  expect(shown()).toBe('after');
});

it('asks once where what is shown was read before', async () => {
  const { answers, shown } = watched(['things', 'again']);
  answers[0]?.('before');
  await expect.poll(shown).toBe('before');
  const fresh = queryClient.invalidateQueries({ queryKey: ['things'] });
  answers[1]?.('after');
  await fresh;
  expect(shown()).toBe('after');
  expect(answers).toHaveLength(2);
});

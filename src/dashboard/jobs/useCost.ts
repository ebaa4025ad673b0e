import { useQuery } from '@tanstack/react-query';
import { budget } from '#dashboard/api/budget.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { MS_EACH, requestsLeft } from './estimate.ts';
import { isUnfinished, useJobs } from './jobs.ts';
import { available, duration } from './pace.ts';

/** What `requests` more mean for this hour, after the jobs that run: figures and a sentence, to be shown first. */
export function useCost(requests: number): { facts: (readonly [name: string, value: string])[]; note: string } {
  const { data } = useQuery(budget());
  const open = useJobs()?.filter(isUnfinished) ?? [];
  const before = open.reduce((sum, job) => sum + requestsLeft(job), 0);
  const now = useNow().getTime();
  const facts: [string, string][] = [['Requests this takes', count(requests)]];
  if (!data || data.limit === 0) return { facts, note: requests === 0 ? 'It takes no request.' : 'It begins at once.' };
  const left = Math.max(0, available(data, now) - before);
  facts.push([open.length > 0 ? 'Left for it after the running jobs' : 'Left for it this hour', count(left)]);
  const end = clock(new Date(now + duration(before + requests, MS_EACH, data, now)));
  if (requests <= left) return { facts, note: `All of it goes at once. Done about ${end}.` };
  const refill = clock(new Date(data.background.refillsAt));
  return {
    facts,
    note: `${plural(left, 'request')} go at once. The other ${count(requests - left)} go on by themselves when requests refill at ${refill}. Done about ${end}.`,
  };
}

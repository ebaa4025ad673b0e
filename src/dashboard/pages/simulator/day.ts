import { useSyncExternalStore } from 'react';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { carrier, switchPhone } from '#dashboard/api/carrier.ts';
import { alertThat, notify } from '#dashboard/lib/later.ts';
import { say } from './say.ts';
import { answers, busyDay, type Step } from './script.ts';

const STEP_MS = 2_500;

type Day = { done: number; total: number };
type Running = { phones: string[]; to: string; timer: ReturnType<typeof setInterval>; answered: Map<string, number> };

let day: Day | null = null;
let running: Running | null = null;
const listeners = new Set<() => void>();

function show(next: Day | null) {
  day = next;
  for (const listener of listeners) listener();
}

/** Lets the phones live through a busy day. It goes on while one looks at other pages, until it is over or stopped. */
export function startDay(phones: string[], to: string): void {
  stopDay();
  running = { phones, to, answered: new Map(), timer: setInterval(() => void next(), STEP_MS) };
  show({ done: 0, total: busyDay.length });
  void next();
}

export function stopDay(): void {
  clearInterval(running?.timer);
  running = null;
  show(null);
}

async function next() {
  if (!running || !day) return;
  const step = busyDay[day.done];
  if (!step) {
    stopDay();
    notify('The busy day is over');
    return;
  }
  show({ ...day, done: day.done + 1 });
  try {
    await act(running, step);
    await answer(running);
  } catch (error) {
    stopDay();
    alertThat(`The busy day stopped: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

async function act({ phones, to }: Running, { who, say: content, picture, turn }: Step) {
  const phone = phones[who % phones.length]!;
  if (turn) {
    await switchPhone(phone, turn);
    queryClient.setQueryData(carrier.state(phone).queryKey, { state: turn });
  }
  if (content) await say(phone, to, { content, withPicture: picture === true });
}

/** People answer what they were written since the day began, each text once and never a confirmation. */
async function answer({ phones, to, answered }: Running) {
  for (const phone of phones) {
    const received = queryClient.getQueryData(carrier.received(phone).queryKey) ?? [];
    const latest = received.at(-1)?.id ?? 0;
    const before = answered.get(phone);
    answered.set(phone, latest);
    if (before === undefined || latest <= before || /opted out|unsubscribed|STOP/i.test(received.at(-1)!.content))
      continue;
    await say(phone, to, { content: answers[latest % answers.length]! });
  }
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** How far the busy day is; null while there is none. */
export const useDay = (): Day | null => useSyncExternalStore(subscribe, () => day);

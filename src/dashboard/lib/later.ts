import { useSyncExternalStore } from 'react';

/** How long people have to take an action back. */
export const UNDO_MS = 8_000;
const NOTICE_MS = 5_000;

export type Toast = {
  id: number;
  text: string;
  tone: 'neutral' | 'danger';
  /** Where Undo is offered. */
  undoable: boolean;
  /** Milliseconds left; Infinity stays until it is closed. */
  left: number;
};
type Entry = Toast & { deadline: number; commit: () => Promise<void>; undo?: () => void; leave?: () => void };

export type Deferred = {
  /** What is about to happen: `Text to Marcus Bell is going out`. */
  text: string;
  /** Does it; runs once, 8 seconds later, or when the page goes away. */
  run: () => unknown;
  /** Puts back what was shown ahead of time. */
  onUndo?: () => void;
  /** Instead of `run` when the page goes away first, for what can't be finished while it does. */
  onLeave?: () => void;
  /** What to say if `run` fails, before the reason: `Not sent`. */
  failed?: string;
};

let entries: readonly Entry[] = [];
let shown: readonly Toast[] = [];
let paused = false;
let ids = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function set(next: readonly Entry[]) {
  entries = next;
  shown = entries.map(({ id, text, tone, undoable, left }) => ({ id, text, tone, undoable, left }));
  if (entries.length > 0) timer ??= setInterval(tick, 250);
  else {
    clearInterval(timer);
    timer = undefined;
    paused = false;
  }
  for (const listener of listeners) listener();
}

function tick() {
  if (paused) return;
  const now = Date.now();
  const over = entries.filter(({ deadline }) => deadline <= now);
  const rest = entries.filter(({ deadline }) => deadline > now);
  set(rest.map((entry) => ({ ...entry, left: entry.deadline - now })));
  for (const { commit } of over) void commit();
}

function add(entry: Omit<Entry, 'id' | 'deadline'>) {
  const id = ++ids;
  set([...entries, { ...entry, id, deadline: Date.now() + entry.left }]);
  return id;
}

/** Does something in 8 seconds and says so, with Undo until then. Survives a change of page; nothing is dropped. */
export function defer({ text, run, onUndo, onLeave, failed = 'Not done' }: Deferred): number {
  const commit = async () => {
    try {
      await run();
    } catch (error) {
      alertThat(`${failed}: ${error instanceof Error ? error.message : 'unknown reason'}`);
    }
  };
  return add({
    text,
    tone: 'neutral',
    undoable: true,
    left: UNDO_MS,
    commit,
    leave: onLeave ?? (() => void commit()),
    ...(onUndo && { undo: onUndo }),
  });
}

const nothing = () => Promise.resolve();

/** Says that something is done. */
export const notify = (text: string): number =>
  add({ text, tone: 'neutral', undoable: false, left: NOTICE_MS, commit: nothing });

/** Says that something went wrong; stays until it is closed. */
export const alertThat = (text: string): number =>
  add({ text, tone: 'danger', undoable: false, left: Infinity, commit: nothing });

/** Takes a deferred action back. */
export function undo(id: number): void {
  const entry = take(id);
  entry?.undo?.();
}

/** Closes a notice; a deferred action runs at once. */
export function dismiss(id: number): void {
  void take(id)?.commit();
}

function take(id: number): Entry | undefined {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry) set(entries.filter((other) => other !== entry));
  return entry;
}

/** Stops the clocks while somebody points at a toast or is inside one. */
export function pause(on: boolean): void {
  if (on === paused) return;
  paused = on;
  const now = Date.now();
  if (!on) set(entries.map((entry) => ({ ...entry, deadline: now + entry.left })));
}

/** Runs all that waits at once, as before signing out; settles when all of it is done. */
export async function commitAll(): Promise<void> {
  const waiting = entries;
  set([]);
  await Promise.all(waiting.map(({ commit }) => commit()));
}

/** The page goes away: runs what can be finished meanwhile, keeps the rest. */
function leaveAll() {
  const waiting = entries;
  set([]);
  for (const { leave } of waiting) leave?.();
}

if (typeof addEventListener === 'function') addEventListener('pagehide', leaveAll);

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** What is to be shown now, oldest first. */
export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => shown);

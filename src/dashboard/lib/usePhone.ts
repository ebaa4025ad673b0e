import { useSyncExternalStore } from 'react';
import { e164, northAmerican } from './phone.ts';

let format: ((phone: string) => string) | undefined;
let loading: Promise<void> | undefined;
const waiting = new Set<() => void>();

function load() {
  loading ??= import('./phoneFormat.ts').then(
    (module) => {
      format = module.formatPhone;
      for (const tell of waiting) tell();
    },
    () => {
      loading = undefined;
    },
  );
}

function subscribe(changed: () => void) {
  waiting.add(changed);
  return () => waiting.delete(changed);
}

/** A phone number as people read it. Numbers from outside North America are spaced once the rules have arrived. */
export function usePhone(phone: string): string {
  const formatter = useSyncExternalStore(subscribe, () => format);
  const known = northAmerican(phone);
  if (known) return known;
  // Not yet known, as while a person is being read, is no reason to fetch them.
  if (!formatter && phone !== '') load();
  return formatter ? formatter(phone) : e164(phone);
}

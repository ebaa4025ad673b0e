import { z } from 'zod/mini';
import { fitting } from './fitting.ts';

/** How somebody wants things shown on this device. What is absent is as the browser has it. */
export const Preferences = z.object({
  /** BCP 47, e.g. `de-AT`. */
  locale: z.optional(z.string()),
  /** IANA, e.g. `Europe/Vienna`. */
  timeZone: z.optional(z.string()),
  density: z._default(z.enum(['comfortable', 'compact']), 'comfortable'),
});
export type Preferences = z.output<typeof Preferences>;

const KEPT = 'switchboard-preferences';
const NONE = Preferences.parse({});

function read(): Preferences {
  try {
    const kept = fitting(Preferences, { ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') });
    return { ...kept, ...usable(kept) };
  } catch {
    return NONE; // no storage here, or not what we wrote
  }
}

/** What this browser's Intl can't do counts as absent, so that a stray value never keeps a page from showing. */
function usable({ locale, timeZone }: Preferences): Pick<Preferences, 'locale' | 'timeZone'> {
  const can = (inLocale?: string, inZone?: string) => {
    try {
      return new Intl.DateTimeFormat(inLocale, { timeZone: inZone }).format() !== '';
    } catch {
      return false;
    }
  };
  return {
    locale: locale && can(locale) ? locale : undefined,
    timeZone: timeZone && can(undefined, timeZone) ? timeZone : undefined,
  };
}

/** As they were when the page was loaded: a change of locale or zone loads it again. */
export const preferences: Preferences = read();

/** Keeps a change on this device. */
export function keepPreferences(change: Partial<Preferences>): void {
  localStorage.setItem(KEPT, JSON.stringify({ ...read(), ...change }));
}

/** Rows closer together, for the whole page. */
export function showDensity(density: Preferences['density']): void {
  document.documentElement.dataset['density'] = density;
}

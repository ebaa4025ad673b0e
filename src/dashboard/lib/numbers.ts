import { preferences } from './preferences.ts';

const whole = new Intl.NumberFormat(preferences.locale);

/** `12,480` in the reader's locale. */
export const count = (n: number): string => whole.format(n);

/** `1 contact`, `12,480 contacts`. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

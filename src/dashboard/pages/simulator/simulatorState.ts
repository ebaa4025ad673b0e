import { z } from 'zod/mini';

/** Phones that lie on the table; more than these nobody can watch. */
export const PHONES_AT_MOST = 12;

/** What the address says: the numbers on the table, digits only. */
export const SimulatorState = z.object({ phones: z._default(z.string().check(z.maxLength(300)), '') });

/** `+13035550142` of each number in the address, each once. */
export const phonesIn = (listed: string): string[] =>
  [...new Set(listed.split(',').filter((digits) => /^[1-9]\d{6,14}$/.test(digits)))]
    .slice(0, PHONES_AT_MOST)
    .map((digits) => `+${digits}`);

/** The address for these phones. */
export const listed = (phones: readonly string[]): string => phones.map((phone) => phone.replace('+', '')).join(',');

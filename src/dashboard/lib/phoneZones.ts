import { e164 } from './phone.ts';
import { areaCodeZones, callingCodeZones } from './phoneZonesTable.ts';

const NONE: readonly string[] = [];
let byPrefix: Map<string, readonly string[]> | undefined;

/** `[zones, codes]` of each row of a table. */
const rowsOf = (text: string) =>
  text
    .split(';')
    .map((row) => row.trim().split(/\s+/))
    .filter((row) => row.length > 1)
    .map(([zones = '', ...codes]) => ({ zones: zones.split('+'), codes }));

function table() {
  if (byPrefix) return byPrefix;
  byPrefix = new Map();
  for (const { zones, codes } of rowsOf(areaCodeZones)) for (const code of codes) byPrefix.set(`1${code}`, zones);
  for (const { zones, codes } of rowsOf(callingCodeZones)) for (const code of codes) byPrefix.set(code, zones);
  return byPrefix;
}

/**
 * The time zones a number may be in, the likeliest first: one for most area codes, several where a code crosses a
 * border of zones, none for what nobody knows. People move and keep their number, so this is a good guess.
 */
export function zonesOf(phone: string): readonly string[] {
  const digits = e164(phone).replace('+', '');
  const known = table();
  for (const length of digits.startsWith('1') ? [4] : [3, 2]) {
    const zones = known.get(digits.slice(0, length));
    if (zones) return zones;
  }
  return NONE;
}

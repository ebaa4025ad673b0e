import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { e164 } from './phone.ts';

const known = new Map<string, string>();

/** `+44 20 7946 0958`: a number of any country, spaced as it is there; what is no number stays as it is. */
export function formatPhone(phone: string): string {
  const before = known.get(phone);
  if (before !== undefined) return before;
  const formatted = parsePhoneNumberFromString(e164(phone))?.formatInternational() ?? phone;
  // A number takes 0.3 ms, a list has a hundred, and draws them many times.
  if (known.size >= 2_000) known.clear();
  known.set(phone, formatted);
  return formatted;
}

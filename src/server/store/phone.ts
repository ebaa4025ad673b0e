import { like, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';
import { invalid } from './errors.ts';
import { anywhere } from './paging.ts';

/** A number as it is stored: E.164 digits without the plus, and the country it belongs to. */
export type Phone = { phone: string; country: string };

/**
 * Reads a number as people type it, or as the API shows it. `given` is the country the caller named, `fallback` the one
 * numbers are typed for otherwise. Throws 422 when it is no possible number, or no country.
 */
export function parsePhone(text: string, given: string | undefined, fallback: string): Phone {
  const country = given ?? fallback;
  if (!isSupportedCountry(country)) throw invalid('Country', 'is not a known country code');
  const number = asAnswered(text, country) ?? possible(text, country) ?? possible(`+${text}`, country);
  if (!number) throw invalid('Phone', 'is invalid');
  const shared = number.countryCallingCode === getCountryCallingCode(country);
  const detected = given && shared ? country : number.country;
  return {
    phone: number.number.slice(1),
    country: detected ?? (shared ? country : (number.getPossibleCountries()[0] ?? country)),
  };
}

/** The API's own form, all digits with the calling code: some are possible without it too, and would get it twice. */
function asAnswered(text: string, country: CountryCode) {
  const number = /^[1-9]\d+$/.test(text) ? possible(`+${text}`, country) : undefined;
  return number?.countryCallingCode === getCountryCallingCode(country) && number.isValid() ? number : undefined;
}

function possible(text: string, country: CountryCode) {
  const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  // A text reaches a line, never an extension behind it.
  return number?.isPossible() && !number.ext ? number : undefined;
}

/** What the simulated network knows of a number: those ending in 9999 are landlines, of others it does not say. */
export const lineTypeOf = (phone: string): 'landline' | null => (phone.endsWith('9999') ? 'landline' : null);

/** The digits of `text` when it is written like a phone number or a part of one, without leading zeros; else null. */
export function phoneDigitsIn(text: string): string | null {
  if (!/^[\d\s()+./-]+$/.test(text)) return null;
  return text.replace(/\D/g, '').replace(/^0+/, '') || null;
}

/** For a search `q` in `column` of phones: those with its digits in a row; every one when it is blank. */
export function hasDigitsOf(column: PgColumn, q: string | undefined): SQL | undefined {
  if (!q?.trim()) return undefined;
  const digits = phoneDigitsIn(q);
  return digits === null ? sql`false` : like(column, anywhere(digits));
}

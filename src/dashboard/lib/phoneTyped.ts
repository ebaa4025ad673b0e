import {
  AsYouType,
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** What a number means as it is typed: who it reaches, or why it reaches nobody yet. */
export type TypedPhone = { reaches: string; digits: string; country: string } | { problem: string };

/** Reads `text` as a person in `country` means it. Null while nothing is typed. */
export function typedPhone(text: string, country: string): TypedPhone | null {
  if (text.trim() === '') return null;
  const home: CountryCode = isSupportedCountry(country) ? country : 'US';
  const number = parsePhoneNumberFromString(text, { defaultCountry: home, extract: false });
  if (!number?.isPossible()) return { problem: problemOf(text, home) };
  const place = number.country ?? home;
  return {
    reaches: `${number.formatInternational()}, ${countryName(place)}`,
    digits: number.number.slice(1),
    country: place,
  };
}

function problemOf(text: string, country: CountryCode): string {
  if (/\p{L}/u.test(text)) return 'A phone number has digits only, with spaces, dots, brackets or a plus.';
  const typing = new AsYouType(country);
  typing.input(text);
  const digits = text.replace(/\D/g, '').length;
  return digits < 10
    ? `Too short for a number in ${countryName(typing.getCountry() ?? country)}.`
    : `No number in ${countryName(typing.getCountry() ?? country)}. Choose its country, or begin with + and the code.`;
}

const names = new Intl.DisplayNames(undefined, { type: 'region' });

const countryName = (code: string) => names.of(code) ?? code;

/** Every country with its name and calling code, by name. */
export const countries = (): { value: string; label: string }[] =>
  getCountries()
    .map((code) => ({ value: code, label: `${countryName(code)} +${getCountryCallingCode(code)}` }))
    .toSorted((a, b) => a.label.localeCompare(b.label));

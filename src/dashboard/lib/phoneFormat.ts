import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { e164 } from './phone.ts';

/** `+44 20 7946 0958`: a number of any country, spaced as it is there; what is no number stays as it is. */
export const formatPhone = (phone: string): string =>
  parsePhoneNumberFromString(e164(phone))?.formatInternational() ?? phone;

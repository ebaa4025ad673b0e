/** `+13035550142` of `13035550142` and of `+1 303…`: digits with the plus. Anything without digits stays as it is. */
export function e164(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits ? `+${digits}` : phone;
}

/**
 * `(303) 555-0142` for a number of the North American plan. Others come back as E.164; `formatPhone` of
 * `phoneFormat.ts`, loaded when the first such number appears, spaces them as their country does.
 */
export function northAmerican(phone: string): string | undefined {
  const [, area, exchange, line] = /^\+?1(\d{3})(\d{3})(\d{4})$/.exec(phone.trim()) ?? [];
  return area && `(${area}) ${exchange}-${line}`;
}

/** `13035550142` of `+1 303 555-0142`: the digits by which two ways to write a number are told to be one. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

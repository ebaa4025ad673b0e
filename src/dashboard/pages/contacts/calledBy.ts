import type { Contact } from '#contract/contacts.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';

/** What a person without a name goes by: the number, as people write it. */
export const calledBy = (name: string, { phone }: Contact): string => name || (northAmerican(phone) ?? phone);

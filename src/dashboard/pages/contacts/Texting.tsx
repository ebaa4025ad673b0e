import type { Contact } from '#contract/contacts.ts';
import { Texting as State } from '#dashboard/ui/Texting.tsx';

/** Whether this number can be texted, and why not. */
export const Texting = ({ contact }: { contact: Pick<Contact, 'opted_out' | 'line_type'> }) => (
  <State optedOut={contact.opted_out} lineType={contact.line_type} />
);

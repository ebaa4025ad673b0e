import { IconHandStop, IconPhoneOff } from '@tabler/icons-react';
import type { Contact } from '#contract/contacts.ts';
import { Status } from '#dashboard/ui/Status.tsx';

/** Whether this number can be texted, and why not. */
export function Texting({ contact }: { contact: Pick<Contact, 'opted_out' | 'line_type'> }) {
  if (contact.opted_out) {
    return (
      <Status tone="warn" icon={<IconHandStop aria-hidden />}>
        Opted out
      </Status>
    );
  }
  if (contact.line_type === 'landline') {
    return (
      <Status tone="dimmed" icon={<IconPhoneOff aria-hidden />}>
        Landline
      </Status>
    );
  }
  return <Status>Textable</Status>;
}

import { IconDeviceMobile, IconDeviceMobileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '#dashboard/api/contacts.ts';
import { e164 } from '#dashboard/lib/phone.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';

const TAKEN = 6;

/** The first step: phones of people who are contacts, or of nobody yet. */
export function NoPhones({ onTake }: { onTake: (phones: string[]) => void }) {
  const { data, isPending } = useQuery(contacts.list({ scope: 'textable', per_page: TAKEN }));
  const people = data?.items.map(({ phone }) => e164(phone)) ?? [];
  const taken = people.length > 0 ? people : strangers();
  return (
    <Blank
      icon={<IconDeviceMobile aria-hidden />}
      title="No phone on the table"
      actions={
        <Button variant="filled" disabled={isPending} onClick={() => onTake(taken)}>
          {people.length > 0 ? `Take the phones of ${people.length} contacts` : 'Take three new phones'}
        </Button>
      }
    >
      A phone shows what it was texted, and can answer, send STOP, fail or be switched off. Add one by its number above.
    </Blank>
  );
}

/** Numbers of the range that is kept for examples. */
const strangers = () => ['+13035550111', '+13035550122', '+13035550133'];

export const NoSimulator = () => (
  <Blank icon={<IconDeviceMobileOff aria-hidden />} title="No simulator here">
    This installation texts real phones, or its simulator is switched off (SIMULATOR=off).
  </Blank>
);

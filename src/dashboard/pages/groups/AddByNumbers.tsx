import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { notify } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import type { Numbered } from '#dashboard/lib/numbersIn.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useNumbers } from '#dashboard/lib/useNumbers.ts';
import { Form, FormNote } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { NumbersField } from '#dashboard/ui/NumbersField.tsx';
import { costOf, knownPeople, whoIsKnown } from './whoIsKnown.ts';

/** Adds everybody of a list of numbers, as a job; whoever is no contact yet becomes one. */
export function AddByNumbers({ group, onClose }: { group: Group; onClose: () => void }) {
  const { field, found, problem } = useNumbers();
  const { data } = useQuery({ ...contacts.list({ per_page: 1 }), enabled: found !== undefined });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const many = found?.numbers.length ?? 0;
  const total = data?.total ?? Infinity;
  const submit = async () => {
    if (!found || many === 0) return setFailure(new Error('Paste numbers or choose a file first.'));
    setBusy(true);
    setFailure(null);
    try {
      const known = whoIsKnown(many, total) ? await knownPeople() : undefined;
      await startJob({
        kind: 'fillGroup',
        name: `Adding ${plural(many, 'person', 'people')} to ${group.name}`,
        input: { id: group.id, name: group.name },
        entries: found.numbers.map((number) => ({
          item: known ? withContact(number, known.get(number.digits)) : number,
        })),
        cost: known ? many : costOf(many, total),
      });
      notify(`Adding ${plural(many, 'person', 'people')} to ${group.name}. You can go on meanwhile.`);
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error('It could not be begun.'));
      setBusy(false);
    }
  };
  return (
    <Form
      action={many > 0 ? `Add ${plural(many, 'person', 'people')}` : 'Add people'}
      busy={busy}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <NumbersField {...field} />
      {many > 0 && data && (
        <FormNote>
          This takes about {plural(costOf(many, total), 'request')} and runs as a job. A number that is no contact yet
          becomes one; nobody is added twice.
        </FormNote>
      )}
      <FormError error={problem ? new Error(problem) : failure} />
    </Form>
  );
}

const withContact = (number: Numbered, contact: Contact | undefined) => ({
  ...number,
  id: contact?.id ?? null,
  ...(contact && { name: personName(contact) }),
});

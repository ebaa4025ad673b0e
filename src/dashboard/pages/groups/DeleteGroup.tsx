import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Radio } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { failureOf } from '#dashboard/lib/failure.ts';
import { notify } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { Confirm } from '#dashboard/ui/Confirm.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { isAhead } from './ahead.ts';
import classes from './groups.module.css';
import { deleteGroup } from './leaving.ts';

type Props = { group: Group; onClose: () => void; /** It is gone, or about to be. */ onGone?: () => void };

/** Before a group goes: whether its people go too, what that means, and what becomes of broadcasts to it. */
export function DeleteGroup({ group, onClose, onGone }: Props) {
  const { id, name, size } = group;
  const [withContacts, setWithContacts] = useState(false);
  const remove = useMutation(groups.remove());
  const people = plural(size, 'contact');
  const go = () => {
    if (!withContacts) {
      deleteGroup(group);
      onClose();
      onGone?.();
      return;
    }
    remove.mutate(
      { id, withContacts },
      {
        onSuccess: () => {
          notify(`The group ${name} and its ${people} are deleted`);
          onClose();
          onGone?.();
        },
      },
    );
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Delete the group “${name}”?`}
      action={withContacts ? `Delete the group and ${people}` : 'Delete the group'}
      onConfirm={go}
      busy={remove.isPending}
      error={<FormError error={failureOf(remove.error, 'Nothing is deleted')} />}
    >
      <div className={classes.choices}>
        {size > 0 ? (
          <Radio.Group
            label={`What becomes of the ${people} in it?`}
            value={withContacts ? 'go' : 'stay'}
            onChange={(value) => setWithContacts(value === 'go')}
          >
            <div className={classes.choices}>
              <Radio value="stay" label="They stay" description="With their conversations, tags and other groups." />
              <Radio
                value="go"
                label="They are deleted too"
                description={`${people} and every message with them are gone for good, out of every other group too. This can’t be undone.`}
              />
            </div>
          </Radio.Group>
        ) : (
          <p>Nobody is in it.</p>
        )}
        <BroadcastsAhead id={id} />
      </div>
    </Confirm>
  );
}

/** Broadcasts that are still to go out to the group would reach nobody. */
function BroadcastsAhead({ id }: { id: number }) {
  const { data } = useQuery(groups.broadcasts(id, { per_page: 100 }));
  const ahead = data?.items.filter(isAhead).length ?? 0;
  if (ahead === 0) return null;
  return (
    <p className={classes.warn}>
      {ahead === 1 ? '1 scheduled broadcast to it reaches' : `${ahead} scheduled broadcasts to it reach`} nobody then.
    </p>
  );
}

import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { late } from '#dashboard/ui/late.tsx';
import classes from './Composer.module.css';

const PeopleDrawer = late(async () => (await import('./PeopleDrawer.tsx')).PeopleDrawer);

/** The service sends to groups only: people who are chosen one by one become a group first. */
export function ChoosePeople({ draft }: { draft: BroadcastDraft }) {
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.actions}>
      <Button size="xs" leftSection={<IconUserPlus aria-hidden />} onClick={() => setOpened(true)}>
        Choose people one by one
      </Button>
      <span className={classes.hint}>They become a group first.</span>
      {opened && (
        <PeopleDrawer
          onClose={() => setOpened(false)}
          onMade={({ id, name }) => {
            setOpened(false);
            broadcastDrafts.change(draft.key, { groups: [...draft.groups, { id, name }] });
          }}
        />
      )}
    </div>
  );
}

import { IconSend, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Group } from '#contract/groups.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { ExportButton } from '#dashboard/parts/ExportButton.tsx';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { late } from '#dashboard/ui/late.tsx';
import classes from './GroupPage.module.css';

const DeleteGroup = late(async () => (await import('./DeleteGroup.tsx')).DeleteGroup);

/** What can be done with a group; a locked one can only be written to. */
export function GroupActions({ group }: { group: Group }) {
  const { id, name, size, locked } = group;
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  return (
    <div className={classes.actions}>
      {size > 0 && (
        <ExportButton
          total={size}
          nouns={['person', 'people']}
          onExport={async () => {
            const { startExport } = await import('#dashboard/jobs/startExport.ts');
            await startExport({ kind: 'all', except: [] }, { list: { group: id } }, size, name);
          }}
        />
      )}
      {!locked && (
        <>
          <Button
            data-danger
            variant="subtle"
            leftSection={<IconTrash aria-hidden />}
            onClick={() => setDeleting(true)}
          >
            Delete
          </Button>
          <Button component={Link} to={paths.addMembers(id)} leftSection={<IconUserPlus aria-hidden />}>
            Add people
          </Button>
        </>
      )}
      {size > 0 && (
        <Button
          variant="filled"
          component={Link}
          to={paths.newBroadcast({ group: String(id) })}
          leftSection={<IconSend aria-hidden />}
        >
          Send to {plural(size, 'person', 'people')}
        </Button>
      )}
      {deleting && (
        <DeleteGroup group={group} onClose={() => setDeleting(false)} onGone={() => void navigate(paths.groups())} />
      )}
    </div>
  );
}

import { IconChevronLeft, IconClock, IconLock, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { Group } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { paths } from '#dashboard/paths.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { nextOf } from './ahead.ts';
import { GroupActions } from './GroupActions.tsx';
import classes from './GroupPage.module.css';
import { RenameGroup } from './RenameGroup.tsx';

/** What the group is called, how many are in it, what goes out to it next, and what can be done. */
export function GroupHeader({ group }: { group: Group }) {
  const { id, name, size, locked } = group;
  const { state } = useLocation();
  const [renaming, setRenaming] = useState(() => !locked && isRenaming(state));
  return (
    <header className={classes.header}>
      <Link className={classes.back} to={paths.groups()}>
        <IconChevronLeft className="icon-sm" aria-hidden />
        Groups
      </Link>
      <div className={classes.title}>
        <div className={classes.who}>
          {renaming ? (
            <RenameGroup group={group} onDone={() => setRenaming(false)} />
          ) : (
            <div className={classes.named}>
              <h1 className={`${classes.name} one-line`}>
                <bdi>{name}</bdi>
              </h1>
              {!locked && (
                <IconButton size="sm" aria-label="Rename the group" onClick={() => setRenaming(true)}>
                  <IconPencil aria-hidden />
                </IconButton>
              )}
            </div>
          )}
          <p className={classes.under}>
            <span className="figures">{plural(size, 'contact')}</span>
            {locked && <Locked />}
            <Next id={id} />
          </p>
        </div>
        <GroupActions group={group} />
      </div>
    </header>
  );
}

const isRenaming = (state: unknown) => typeof state === 'object' && state !== null && 'rename' in state;

/** Why nothing about it can be changed here. */
const Locked = () => (
  <Status tone="dimmed" icon={<IconLock aria-hidden />}>
    Locked: an integration keeps who is in it, so it is changed there
  </Status>
);

/** When the next broadcast to it goes out. */
function Next({ id }: { id: number }) {
  const { data } = useQuery(groups.broadcasts(id, { page: 1, per_page: 25 }));
  const next = nextOf(data?.items ?? []);
  if (!next) return null;
  return (
    <Status tone="info" icon={<IconClock aria-hidden />}>
      Next broadcast <When at={next.deliver_at} as={dayAndTime} />
    </Status>
  );
}

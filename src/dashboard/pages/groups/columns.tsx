import { IconLock } from '@tabler/icons-react';
import { type Group, GroupOrder } from '#contract/groups.ts';
import { short } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { sorting } from '#dashboard/ui/sorting.ts';
import { When } from '#dashboard/ui/When.tsx';
import classes from './groups.module.css';

type Sort = { sort: GroupOrder; onSort: (sort: GroupOrder) => void };

/** The columns of the table of groups. */
export const groupColumns = ({ sort, onSort }: Sort): Column<Group>[] => {
  const by = (field: string) => sorting(field, sort, onSort, GroupOrder.options);
  return [
    { key: 'name', head: 'Name', cell: (group) => <GroupName group={group} />, sort: by('name') },
    {
      key: 'size',
      head: 'People',
      width: '8rem',
      figures: true,
      end: true,
      onPhone: 'end',
      cell: ({ size }) => count(size),
      sort: by('size'),
    },
    {
      key: 'created',
      head: 'Made',
      width: '10rem',
      figures: true,
      end: true,
      hideBelow: 'desktop',
      cell: ({ created_at }) => <When at={created_at} as={short} className={classes.dimmed} />,
      sort: by('created_at'),
    },
  ];
};

function GroupName({ group: { name, locked } }: { group: Group }) {
  return (
    <span className={classes.name}>
      <bdi className="one-line">{name}</bdi>
      {locked && <IconLock className={`icon-sm ${classes.dimmed}`} role="img" aria-label="Locked" />}
    </span>
  );
}

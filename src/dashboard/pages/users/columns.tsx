import { IconArchive } from '@tabler/icons-react';
import type { User } from '#contract/users.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { personName } from '#dashboard/lib/personName.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './users.module.css';

const roles: Record<string, string> = {
  standard_user: 'Standard user',
  admin: 'Account admin',
  org_admin: 'Organisation admin',
};

/** The columns of the table of users; `me` is who is signed in. */
export const userColumns = (me: number | undefined): Column<User>[] => [
  {
    key: 'name',
    head: 'Name',
    width: '16rem',
    cell: (user) => (
      <span className={classes.name}>
        <bdi className="one-line">{personName({ ...user, business_name: null }) || user.email}</bdi>
        {user.id === me && <span className={classes.me}>You</span>}
      </span>
    ),
  },
  { key: 'email', head: 'Email', onPhone: 'below', cell: ({ email }) => <bdi>{email}</bdi> },
  { key: 'role', head: 'Role', width: '11rem', hideBelow: 'desktop', cell: ({ role }) => roles[role] ?? role },
  {
    key: 'seen',
    head: 'Last sign-in',
    width: '12rem',
    figures: true,
    hideBelow: 'desktop',
    cell: ({ last_sign_in_at }) =>
      last_sign_in_at ? (
        <When at={last_sign_in_at} as={dayAndTime} />
      ) : (
        <span className={classes.dimmed}>Not known</span>
      ),
  },
  {
    key: 'state',
    head: 'State',
    width: '8rem',
    onPhone: 'end',
    cell: ({ archived }) =>
      archived ? (
        <Status tone="dimmed" icon={<IconArchive aria-hidden />}>
          Archived
        </Status>
      ) : (
        <Status>Active</Status>
      ),
  },
];

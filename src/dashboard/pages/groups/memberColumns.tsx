import type { Contact } from '#contract/contacts.ts';
import { short } from '#dashboard/lib/dates.ts';
import { nameForSorting } from '#dashboard/lib/personName.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { sorting } from '#dashboard/ui/sorting.ts';
import { Texting } from '#dashboard/ui/Texting.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './groups.module.css';
import { memberOrders, type MembersState } from './listState.ts';

type Order = MembersState['sort'];
type Sort = { sort: Order; onSort: (sort: Order) => void };

/** The columns of the people of a group. */
export const memberColumns = ({ sort, onSort }: Sort): Column<Contact>[] => [
  {
    key: 'name',
    head: 'Name',
    cell: (contact) => <bdi>{nameForSorting(contact) || <Phone number={contact.phone} />}</bdi>,
    sort: sorting('name', sort, onSort, memberOrders),
  },
  {
    key: 'phone',
    head: 'Phone',
    width: '11rem',
    figures: true,
    onPhone: 'below',
    cell: ({ phone }) => <Phone number={phone} />,
  },
  {
    key: 'business',
    head: 'Business',
    hideBelow: 'desktop',
    cell: ({ business_name }) => <bdi>{business_name}</bdi>,
  },
  {
    key: 'added',
    head: 'Contact since',
    width: '8rem',
    figures: true,
    hideBelow: 'desktop',
    cell: ({ created_at }) => <When at={created_at} as={short} className={classes.dimmed} />,
    sort: sorting('created_at', sort, onSort, memberOrders),
  },
  {
    key: 'texting',
    head: 'Texting',
    width: '7.25rem',
    onPhone: 'end',
    cell: ({ opted_out, line_type }) => <Texting optedOut={opted_out} lineType={line_type} />,
  },
];

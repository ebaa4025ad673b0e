import { IconFlag, IconNote } from '@tabler/icons-react';
import type { Contact } from '#contract/contacts.ts';
import { short } from '#dashboard/lib/dates.ts';
import { nameForSorting, personName } from '#dashboard/lib/personName.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { TagChip } from '#dashboard/ui/TagChip.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './contacts.module.css';
import type { ListState } from './listState.ts';
import { Texting } from './Texting.tsx';

type Sort = { sort: ListState['sort']; onSort: (sort: ListState['sort']) => void };

/** The columns of the table of contacts. */
export const contactColumns = ({ sort, onSort }: Sort): Column<Contact>[] => [
  {
    key: 'name',
    head: 'Name',
    width: '14rem',
    cell: (contact) => <Name contact={contact} byName={sort === 'name'} />,
    sort: { order: sort === 'name' ? 'ascending' : 'none', onSort: () => onSort('name') },
  },
  {
    key: 'phone',
    head: 'Phone',
    width: '9.25rem',
    figures: true,
    onPhone: 'below',
    cell: ({ phone }) => <Phone number={phone} />,
  },
  {
    key: 'business',
    head: 'Business',
    width: '12rem',
    hideBelow: 'desktop',
    cell: ({ business_name }) => <bdi>{business_name ?? <None />}</bdi>,
  },
  { key: 'tags', head: 'Tags', cell: ({ tags }) => <Tags tags={tags} /> },
  {
    key: 'added',
    head: 'Added',
    width: '7rem',
    figures: true,
    hideBelow: 'desktop',
    cell: ({ created_at }) => <When at={created_at} as={short} className={classes.dimmed} />,
    sort: { order: sort === 'newest' ? 'descending' : 'none', onSort: () => onSort('newest') },
  },
  {
    key: 'texting',
    head: 'Texting',
    width: '7.25rem',
    onPhone: 'end',
    cell: (contact) => <Texting contact={contact} />,
  },
];

const None = () => <span className={classes.dimmed}>–</span>;

function Name({ contact, byName }: { contact: Contact; byName: boolean }) {
  const name = byName ? nameForSorting(contact) : personName(contact);
  return (
    <span className={classes.name}>
      <bdi className="one-line">{name || <Phone number={contact.phone} />}</bdi>
      {contact.flagged && <IconFlag className={`icon-sm ${classes.flag}`} role="img" aria-label="Flagged" />}
      {contact.notes && <IconNote className={`icon-sm ${classes.dimmed}`} role="img" aria-label="Has notes" />}
    </span>
  );
}

/** As many as fit; the hover names them all. */
function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return <None />;
  return (
    <span className={classes.tags} title={tags.join(', ')}>
      {tags.slice(0, 4).map((tag) => (
        <TagChip key={tag} tag={tag} />
      ))}
      {tags.length > 4 && <span className={classes.dimmed}>+{tags.length - 4}</span>}
    </span>
  );
}

import { IconFlag, IconNote } from '@tabler/icons-react';
import type { Contact } from '#contract/contacts.ts';
import { short } from '#dashboard/lib/dates.ts';
import { nameForSorting, personName } from '#dashboard/lib/personName.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { TagChip } from '#dashboard/ui/TagChip.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { lineName } from './contactWords.ts';
import classes from './contacts.module.css';
import type { ListState } from './listState.ts';
import { Texting } from './Texting.tsx';

type Sort = { sort: ListState['sort']; onSort: (sort: ListState['sort']) => void };

/** The columns of the table of contacts, those that are `shown`. */
export function contactColumns({ shown, ...sorted }: Sort & { shown: ReadonlySet<string> }): Column<Contact>[] {
  const columns = allColumns(sorted).filter(({ key }) => key === 'name' || shown.has(key));
  // One without a width takes what the others leave: nothing, once there are many.
  return columns.map((column) =>
    column.key === 'tags' && columns.length > 6 ? { ...column, width: '12rem' } : column,
  );
}

const allColumns = ({ sort, onSort }: Sort): Column<Contact>[] => [
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
  ...moreColumns,
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

/** Hidden until somebody wants them. */
const moreColumns: Column<Contact>[] = [
  {
    key: 'notes',
    head: 'Notes',
    width: '14rem',
    hideBelow: 'desktop',
    // A cell shows one line; the whole of a long note would only slow the table down.
    cell: ({ notes }) => <bdi>{notes?.slice(0, 120) || <None />}</bdi>,
  },
  {
    key: 'type',
    head: 'Type',
    width: '7rem',
    hideBelow: 'desktop',
    cell: ({ line_type }) => lineName(line_type) ?? <None />,
  },
  {
    key: 'country',
    head: 'Country',
    width: '5rem',
    hideBelow: 'desktop',
    cell: ({ country }) => <bdi>{country}</bdi>,
  },
  {
    key: 'changed',
    head: 'Changed',
    width: '7rem',
    figures: true,
    hideBelow: 'desktop',
    cell: ({ updated_at }) => <When at={updated_at} as={short} className={classes.dimmed} />,
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

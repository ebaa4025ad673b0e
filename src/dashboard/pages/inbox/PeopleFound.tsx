import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { paths } from '#dashboard/paths.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import classes from './PeopleFound.module.css';

const SHOWN = 4;

/** The people a search finds by name, business or number, above the texts it finds. */
export function PeopleFound({ q, openId }: { q: string; openId: number | undefined }) {
  const { data } = useQuery({ ...contacts.list({ q, per_page: SHOWN }), throwOnError: false });
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes.people} aria-label="People">
      <h2 className={classes.heading}>
        People
        {data.total > data.items.length && <Link to={paths.contacts({ q })}>All {count(data.total)}</Link>}
      </h2>
      <ul>
        {data.items.map((contact) => (
          <li key={contact.id}>
            <Link
              className={classes.person}
              to={paths.conversation(contact.id, { q })}
              aria-current={contact.id === openId ? 'true' : undefined}
            >
              <Avatar name={personName(contact)} size="sm" />
              <bdi className="one-line">{personName(contact) || <Phone number={contact.phone} />}</bdi>
              {personName(contact) && <Phone className={classes.phone ?? ''} number={contact.phone} />}
            </Link>
          </li>
        ))}
      </ul>
      <h2 className={classes.heading}>Texts</h2>
    </section>
  );
}

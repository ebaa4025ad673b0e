import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { type Carrier, tagCarriers } from '#dashboard/api/tagCarriers.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { CountPeople } from './CountPeople.tsx';
import classes from './tags.module.css';

const PER_PAGE = 50;

/** `/tags/who?tag=`: over the list. Who carries a tag, as far as it was looked up. */
export function TagCarriers() {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [params] = useSearchParams();
  const tag = params.get('tag') ?? '';
  const { data } = useQuery(tagCarriers());
  useTitle(tag, 'Tags');
  const rest = new URLSearchParams(search);
  rest.delete('tag');
  const close = () => void navigate(paths.tags(Object.fromEntries(rest)));
  return (
    <SideDrawer opened onClose={close} title={`Who carries “${tag}”`}>
      {data ? (
        <People key={tag} people={data.of.get(tag) ?? []} complete={data.complete} among={data.contacts} />
      ) : (
        <div className={classes.ask}>
          <p>The API does not tell who carries a tag. It is found out by reading the contacts, once for all tags.</p>
          <CountPeople />
        </div>
      )}
    </SideDrawer>
  );
}

type Props = { people: readonly Carrier[]; complete: boolean; among: number };

function People({ people, complete, among }: Props) {
  const [page, setPage] = useState(1);
  return (
    <>
      <p className={classes.note}>
        {plural(people.length, 'person', 'people')} of {complete ? '' : 'the first '}
        {count(among)} contacts
      </p>
      <ul className={classes.people} aria-label="People">
        {people.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((person) => (
          <li key={person.id}>
            <Link to={paths.contact(person.id)}>
              <bdi className="one-line">{personName(person) || <Phone number={person.phone} />}</bdi>
            </Link>
            <Phone className={classes.dimmed} number={person.phone} />
          </li>
        ))}
      </ul>
      {people.length > PER_PAGE && <Pager page={page} perPage={PER_PAGE} total={people.length} onPage={setPage} />}
    </>
  );
}

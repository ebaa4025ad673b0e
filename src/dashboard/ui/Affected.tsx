import { Link } from 'react-router';
import { plural } from '#dashboard/lib/numbers.ts';
import classes from './Affected.module.css';
import { Button } from './Button.tsx';

type Props = {
  /** Who has the number; null: nobody; undefined: not known yet. */
  person: { name: string; href: string } | null | undefined;
  /** The groups they are in; undefined: not known. */
  groups: readonly { name: string; href: string }[] | undefined;
  /** Requests it takes to find the groups out. */
  cost: number | undefined;
  looking: boolean;
  failure: Error | null;
  onLook: () => void;
};

/** Who has a number, and which groups they are in: they are left out of broadcasts to these. */
export function Affected({ person, groups, cost, looking, failure, onLook }: Props) {
  return (
    <dl className={classes.facts}>
      <dt>Person</dt>
      <dd>
        {person === undefined && 'Looking…'}
        {person === null && 'Nobody in the contacts has this number'}
        {person && (
          <Link to={person.href}>
            <bdi>{person.name}</bdi>
          </Link>
        )}
      </dd>
      {person && (
        <>
          <dt>Groups</dt>
          <dd>
            {groups?.length === 0 && 'In none'}
            {groups && groups.length > 0 && (
              <ul className={classes.groups} aria-label="Groups">
                {groups.map(({ name, href }) => (
                  <li key={href}>
                    <Link to={href}>
                      <bdi>{name}</bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {!groups && (
              <Button size="xs" loading={looking} onClick={onLook}>
                Look through the groups{cost !== undefined && ` (${plural(cost, 'request')})`}
              </Button>
            )}
            {failure && !looking && <p role="alert">Not found out: {failure.message}</p>}
          </dd>
        </>
      )}
    </dl>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { holder, knownHolder } from '#dashboard/api/holder.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { personName } from '#dashboard/lib/personName.ts';
import classes from './numbers.module.css';
import { Button } from '#dashboard/ui/Button.tsx';

/** Who has a number, as far as it is known; looked up when the row is pointed at, for that costs a request. */
export function Holder({ phone }: { phone: string }) {
  const cache = useQueryClient();
  const { data } = useQuery({ ...holder(phone), enabled: false });
  const person = data === undefined ? knownHolder(cache, phone) : data;
  if (person === undefined) return <span className={classes.dimmed}>Not looked up</span>;
  if (person === null) return <span className={classes.dimmed}>Not in the contacts</span>;
  return <bdi>{personName(person) || <span className={classes.dimmed}>No name</span>}</bdi>;
}

/** Looks up whom the numbers of a page belong to, where that is not known: at a request each, so on a press. */
export function LookUpHolders({ phones }: { phones: readonly string[] }) {
  const cache = useQueryClient();
  const unknown = phones.filter((phone) => knownHolder(cache, phone) === undefined);
  const lookUp = useMutation({
    mutationFn: () => Promise.all(unknown.map((phone) => cache.prefetchQuery(holder(phone)))),
  });
  if (unknown.length === 0) return null;
  return (
    <Button variant="subtle" loading={lookUp.isPending} onClick={() => lookUp.mutate()}>
      Look up who they are ({plural(unknown.length, 'request')})
    </Button>
  );
}

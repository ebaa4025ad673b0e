import { useQuery, useQueryClient } from '@tanstack/react-query';
import { holder, knownHolder } from '#dashboard/api/holder.ts';
import { personName } from '#dashboard/lib/personName.ts';
import classes from './numbers.module.css';

/** Who has a number, as far as it is known; looked up when the row is pointed at, for that costs a request. */
export function Holder({ phone }: { phone: string }) {
  const cache = useQueryClient();
  const { data } = useQuery({ ...holder(phone), enabled: false });
  const person = data === undefined ? knownHolder(cache, phone) : data;
  if (person === undefined) return <span className={classes.dimmed}>…</span>;
  if (person === null) return <span className={classes.dimmed}>Not in the contacts</span>;
  return <bdi>{personName(person) || <span className={classes.dimmed}>No name</span>}</bdi>;
}

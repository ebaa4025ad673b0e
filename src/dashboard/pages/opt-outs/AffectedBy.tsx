import { useQuery } from '@tanstack/react-query';
import { groupsOf } from '#dashboard/api/affected.ts';
import { holder } from '#dashboard/api/holder.ts';
import { costOf, memberships } from '#dashboard/api/memberships.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { paths } from '#dashboard/paths.ts';
import { Affected } from '#dashboard/ui/Affected.tsx';

/** Up to so many requests the groups are looked through without asking. */
const FREE = 5;

/** Who has the number, and which groups they are in. */
export function AffectedBy({ phone }: { phone: string }) {
  const { data: person, error } = useQuery(holder(phone));
  const shown = usePhone(phone);
  const every = useQuery({ ...memberships.groups(), enabled: Boolean(person) });
  const cost = every.data && costOf(every.data);
  const all = useQuery({ ...memberships.all(), enabled: Boolean(person) && cost !== undefined && cost <= FREE });
  return (
    <Affected
      person={person && { name: personName(person) || shown, href: paths.contact(person.id) }}
      groups={groupsOf(all.data, person?.id)?.map(({ id, name }) => ({ name, href: paths.group(id) }))}
      cost={cost}
      looking={all.isFetching}
      failure={error ?? every.error ?? all.error}
      onLook={() => void all.refetch()}
    />
  );
}

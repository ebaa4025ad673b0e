import type { Broadcast } from '#contract/broadcasts.ts';
import type { Group } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { startJob } from '#dashboard/jobs/jobs.ts';
import type { ReportRow } from '#dashboard/lib/broadcastReport.ts';
import { calendarDay } from '#dashboard/lib/dates.ts';
import { plural } from '#dashboard/lib/numbers.ts';

/** More than these are put into the group by a job, which minds the hour's requests. */
const AT_ONCE = 25;

/** Makes a group of those whom another try can reach. `job`: who fills it, where that takes a while. */
export async function retryGroup(
  { group_name }: Broadcast,
  people: readonly ReportRow[],
): Promise<{ group: Group; job: string | null }> {
  const cache = queryClient.getMutationCache();
  const name = `${group_name.slice(0, 200)}, not reached ${calendarDay(new Date(), new Date())}`;
  const group: Group = await cache.build(queryClient, groups.create()).execute({ name });
  if (people.length > AT_ONCE) return { group, job: await fill(group, people) };
  for (const { contactId } of people) await cache.build(queryClient, groups.addMember(group.id)).execute(contactId);
  return { group, job: null };
}

const fill = ({ id, name }: Group, people: readonly ReportRow[]) =>
  startJob({
    kind: 'changeContacts',
    name: `Adding ${plural(people.length, 'contact')} to ${name}`,
    input: { what: 'addToGroup', group: { id, name } },
    entries: people.map((row) => ({
      key: String(row.contactId),
      item: {
        id: row.contactId,
        phone: row.phone.replace('+', ''),
        name: row.name || row.phone,
        tags: [],
        flagged: false,
        opted_out: false,
        readAt: 0,
      },
    })),
  });

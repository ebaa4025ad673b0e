import { useQuery } from '@tanstack/react-query';
import { contacts } from '#dashboard/api/contacts.ts';
import { tagCarriers } from '#dashboard/api/tagCarriers.ts';
import { pagesFor } from '#dashboard/jobs/people.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { FormNote } from '#dashboard/ui/Form.tsx';

type Props = { from: readonly string[]; to: string | null; all: readonly string[] };

/** What will happen, to how many and at which cost, as far as that is known. */
export function Meaning({ from, to, all }: Props) {
  const { data: counted } = useQuery(tagCarriers());
  const { data: first } = useQuery(contacts.list({ per_page: 1 }));
  const people = counted && from.reduce((sum, tag) => sum + (tag === to ? 0 : (counted.of.get(tag)?.length ?? 0)), 0);
  const merges = to !== null && !from.includes(to) && all.includes(to);
  const sentences = [
    to === null && 'The people stay; only the tag is taken from each. That can’t be undone.',
    merges && `“${to}” exists already: the people of both carry it then.`,
    first &&
      `It takes ${plural(pagesFor(first.total), 'request')} to find who carries ${from.length > 1 ? 'them' : 'it'}, then one for each person${people ? `, about ${count(people)}` : ''}.`,
    'It runs as a job that goes on by itself.',
  ];
  return <FormNote>{sentences.filter(Boolean).join(' ')}</FormNote>;
}

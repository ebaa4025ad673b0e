import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Message } from '#contract/messages.ts';
import type { OptOut } from '#contract/optOuts.ts';
import { holder } from '#dashboard/api/holder.ts';
import { messages } from '#dashboard/api/messages.ts';
import { isInbound } from '#dashboard/lib/conversation.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { isOptOutWord, soundsLikeOptOut } from '#dashboard/lib/optOutWords.ts';
import { reasonsIn } from '#dashboard/lib/reasonNote.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './numbers.module.css';

type Happening = { at: string; what: string; said?: string };

/** What the record, the notes of the contact and the last texts of the conversation tell, newest first. */
export function History({ optOut }: { optOut: OptOut }) {
  const { data: person } = useQuery(holder(optOut.phone));
  return (
    <>
      {person ? (
        <WithTexts optOut={optOut} contactId={person.id} notes={person.notes} />
      ) : (
        <Line of={fromRecord(optOut)} />
      )}
    </>
  );
}

function WithTexts({ optOut, contactId, notes }: { optOut: OptOut; contactId: number; notes: string | null }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(messages.thread(contactId));
  const read = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  return (
    <>
      <Line
        of={[
          ...fromRecord(optOut),
          ...reasonsIn(notes).map(({ day, act, reason }) => ({ at: `${day}T12:00:00Z`, what: act, said: reason })),
          ...read
            .filter(asksForIt)
            .map(({ created_at, content }) => ({ at: created_at, what: 'They texted', said: content })),
        ]}
      />
      {hasNextPage && (
        <p className={classes.further}>
          The newest {count(read.length)} of {count(total)} texts were looked through.
          <Button variant="subtle" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Look further back
          </Button>
        </p>
      )}
    </>
  );
}

const asksForIt = (message: Message) =>
  isInbound(message) && (isOptOutWord(message.content) || soundsLikeOptOut(message.content));

const fromRecord = ({ opt_in, created_at, updated_at }: OptOut): Happening[] => [
  { at: created_at, what: 'Opted out' },
  ...(updated_at === created_at ? [] : [{ at: updated_at, what: opt_in ? 'Opted back in' : 'Last changed' }]),
];

const Line = ({ of }: { of: Happening[] }) => (
  <ol className={classes.history}>
    {of
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .map(({ at, what, said }) => (
        <li key={`${at} ${what} ${said}`}>
          {what}
          {said && (
            <>
              : <q dir="auto">{said.slice(0, 300)}</q>
            </>
          )}
          <When at={at} as={dayAndTime} />
        </li>
      ))}
  </ol>
);

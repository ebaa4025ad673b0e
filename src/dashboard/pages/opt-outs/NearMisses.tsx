import { IconHandStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type NearMiss, nearMisses } from '#dashboard/api/nearMisses.ts';
import { optOuts } from '#dashboard/api/optOuts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { dismissedIds } from '#dashboard/lib/dismissed.ts';
import { alertThat, defer, notify } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { e164 } from '#dashboard/lib/phone.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './NearMisses.module.css';

const dismissed = dismissedIds('near-misses');
const useDismissed = dismissed.use;

/** Texts that ask to be left alone in words the service does not act on, for somebody to decide about. */
export function NearMisses() {
  const now = useNow(60_000);
  const { data } = useQuery({ ...nearMisses(useDismissed()), placeholderData: (old) => old });
  if (!data || data.found.length === 0) return null;
  const { found, texts, stops } = data;
  return (
    <section className={classes.box} aria-label="May want to opt out">
      <h2 className={classes.title}>
        <IconHandStop aria-hidden />
        {plural(found.length, 'text reads', 'texts read')} as if{' '}
        {found.length === 1 ? 'its sender wants' : 'their senders want'} no more texts. Any reasonable wording counts,
        so please decide.
      </h2>
      <ul>
        {found.map((miss) => (
          <li key={miss.message.id} className={classes.item}>
            <Item {...miss} />
          </li>
        ))}
      </ul>
      <p className={classes.when}>
        Looked through: all texts since {dayAndTime(texts, now)}, those that say “stop” since {dayAndTime(stops, now)}.
        At most 5 are shown at a time.
      </p>
    </section>
  );
}

function Item({ message, contact }: NearMiss) {
  const cache = useQueryClient();
  const create = useMutation(optOuts.create());
  const phone = usePhone(contact.phone);
  const name = personName(contact) || phone;
  const optOut = () =>
    create.mutate(
      { phone: e164(contact.phone) },
      {
        onSuccess: () => notify(`${name} is opted out`),
        onError: (error) => alertThat(`${name} is not opted out: ${error.message}`),
        onSettled: () => void cache.invalidateQueries({ queryKey: ['nearMisses'] }),
      },
    );
  const putAside = () => {
    dismissed.set(message.id, true);
    defer({
      text: `The text of ${name} is put aside`,
      run: () => undefined,
      onUndo: () => dismissed.set(message.id, false),
    });
  };
  return (
    <>
      <div className={classes.said}>
        <Link className={classes.who} to={paths.conversation(contact.id)}>
          <bdi>{name}</bdi>
        </Link>
        <When className={classes.when} at={message.created_at} as={dayAndTime} />
        <q className={`${classes.text} one-line`} dir="auto">
          {message.content}
        </q>
      </div>
      <Button size="xs" aria-label={`Not an opt-out: ${name}`} onClick={putAside}>
        Not an opt-out
      </Button>
      <Button size="xs" aria-label={`Opt out ${name}`} loading={create.isPending} onClick={optOut}>
        Opt out
      </Button>
    </>
  );
}

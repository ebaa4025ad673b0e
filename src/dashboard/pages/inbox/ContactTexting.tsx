import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { IconBan, IconCircleCheck, IconHandStop, IconPhoneOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { blocked } from '#dashboard/api/textingRights.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import classes from './ContactPane.module.css';
import { allowAgain, blockNow, optOutLater, unblockNow } from './textingActions.ts';
import { useFocusFirst } from './useFocusFirst.ts';
import type { OpenThread } from './useThread.ts';

/** Whether this number can be texted, why not, and what can be done about it. */
export function ContactTexting({ contact, called }: { contact: Contact; called: OpenThread['called'] }) {
  const [asking, setAsking] = useState(false);
  const entry = useQuery({ ...blocked(contact.phone), enabled: false, throwOnError: false });
  const isBlocked = Boolean(entry.data);
  return (
    <section className={classes.section} aria-label="Texting">
      <h3 className={classes.heading}>Texting</h3>
      <State contact={contact} isBlocked={isBlocked} />
      {asking && contact.opted_out ? (
        <Reason called={called} contact={contact} onClose={() => setAsking(false)} />
      ) : (
        <div className={classes.actions}>
          {contact.opted_out ? (
            <Button size="xs" onClick={() => setAsking(true)}>
              Opt back in
            </Button>
          ) : (
            <Button size="xs" onClick={() => optOutLater(contact, called)}>
              Opt out
            </Button>
          )}
          {isBlocked ? (
            <Button size="xs" onClick={() => void unblockNow(contact, called)}>
              Unblock
            </Button>
          ) : (
            <Button size="xs" data-danger onClick={() => void blockNow(contact, called)}>
              Block
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <Status tone="warn" icon={icon}>
    {children}
  </Status>
);

function State({ contact, isBlocked }: { contact: Contact; isBlocked: boolean }) {
  if (contact.opted_out) return <Line icon={<IconHandStop aria-hidden />}>Opted out of all texts</Line>;
  if (isBlocked) return <Line icon={<IconBan aria-hidden />}>Blocked</Line>;
  if (contact.line_type === 'landline')
    return <Line icon={<IconPhoneOff aria-hidden />}>Landline, can’t get texts</Line>;
  return <Status icon={<IconCircleCheck className={classes.ok} aria-hidden />}>Can be texted</Status>;
}

/** Nobody is texted again without a reason that can be shown later. */
function Reason({ contact, called, onClose }: { contact: Contact; called: string; onClose: () => void }) {
  const field = useFocusFirst<HTMLInputElement>();
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (why.trim() === '') return;
    setBusy(true);
    if (await allowAgain(contact, called, why.trim())) onClose();
    else setBusy(false);
  };
  return (
    <form className={classes.reason} onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={field}
        label="Why may they be texted again?"
        description="Kept in the notes."
        placeholder="Asked by phone on Monday"
        maxLength={500}
        value={why}
        error={tried && why.trim() === '' ? 'Say how they agreed.' : undefined}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className={classes.formActions}>
        <Button size="xs" variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button size="xs" type="submit" loading={busy}>
          Opt in
        </Button>
      </div>
    </form>
  );
}

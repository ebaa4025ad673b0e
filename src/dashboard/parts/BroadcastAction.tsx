import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { limits } from '#contract/common.ts';
import { groups } from '#dashboard/api/groups.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { entriesFor, pagesFor } from '#dashboard/jobs/people.ts';
import { useCost } from '#dashboard/jobs/useCost.ts';
import { whenOver } from '#dashboard/jobs/whenOver.ts';
import { calendarDay } from '#dashboard/lib/dates.ts';
import { notify } from '#dashboard/lib/later.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { ActionPopover } from '#dashboard/ui/ActionPopover.tsx';
import { ProgressBar } from '#dashboard/ui/ProgressBar.tsx';
import type { BulkProps } from './BulkActions.tsx';

/** The service sends to groups only: those who are ticked become one, then the broadcast to it is begun. */
export function BroadcastAction({ chosen, many, everybody, readAt }: BulkProps) {
  const navigate = useNavigate();
  const now = useNow(60_000);
  const [typed, setName] = useState<string | null>(null);
  const name = typed ?? `${plural(many, 'contact')}, ${calendarDay(now, now)}`;
  const [done, setDone] = useState<number | null>(null);
  const inSight = useRef(false);
  const end = useRef<AbortController>(undefined);
  useEffect(() => () => end.current?.abort(), []);
  const tellSight = useCallback((isOpen: boolean) => {
    inSight.current = isOpen;
  }, []);
  const cost = 1 + many + (chosen.kind === 'all' ? pagesFor(many + chosen.except.length) : 0);
  const { facts, note } = useCost(cost);

  const make = async () => {
    const { signal } = (end.current = new AbortController());
    const group = await queryClient
      .getMutationCache()
      .build(queryClient, groups.create())
      .execute({ name: name.trim() });
    const id = await startJob({
      kind: 'changeContacts',
      name: `Adding ${plural(many, 'contact')} to ${group.name}`,
      input: { what: 'addToGroup', group: { id: group.id, name: group.name } },
      entries: entriesFor(chosen, everybody, readAt),
      cost: cost - 1,
    });
    setDone(0);
    const job = await whenOver(id, setDone, signal).catch(() => undefined);
    setDone(null);
    if (signal.aborted) return;
    const isWhole = job?.state === 'done' && job.failed === 0;
    if (!inSight.current)
      return notify(`${group.name} is ${isWhole ? 'ready for a broadcast' : 'not whole; see its job'}`);
    // Nobody is left out of a broadcast unnoticed: what went wrong is shown first.
    await navigate(isWhole ? paths.newBroadcast({ group: String(group.id) }) : paths.job(id));
  };
  return (
    <ActionPopover
      label="New broadcast"
      icon={<IconSpeakerphone aria-hidden />}
      title={`New broadcast to ${plural(many, 'contact')}`}
      facts={facts}
      note={`They become a group first; nothing is sent yet. ${note}`}
      action="Make the group"
      obstacle={name.trim() === '' ? 'Give the group a name.' : undefined}
      onConfirm={make}
    >
      <InSight tell={tellSight} />
      <TextInput
        label="Name of the group"
        maxLength={limits.nameLength}
        value={name}
        readOnly={done !== null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {done !== null && <Making done={done} many={many} />}
    </ActionPopover>
  );
}

const Making = ({ done, many }: { done: number; many: number }) => (
  <span className="figures">
    <ProgressBar wide label="Making the group" value={done} max={many} />
    {count(done)} of {plural(many, 'contact')} added. It goes on if you close this.
  </span>
);

/** Tells whether the popover it stands in is open. */
function InSight({ tell }: { tell: (isOpen: boolean) => void }) {
  useEffect(() => {
    tell(true);
    return () => tell(false);
  }, [tell]);
  return null;
}

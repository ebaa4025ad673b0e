import {
  IconDownload,
  IconFlag,
  IconHandStop,
  IconTag,
  IconTagOff,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { startJob } from '#dashboard/jobs/jobs.ts';
import type { ContactsChange } from '#dashboard/jobs/kinds/changeContacts.ts';
import { type Everybody, entriesFor, pagesFor } from '#dashboard/jobs/people.ts';
import { startExport } from '#dashboard/jobs/startExport.ts';
import { useCost } from '#dashboard/jobs/useCost.ts';
import { defer } from '#dashboard/lib/later.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import type { Chosen } from '#dashboard/lib/useSelection.ts';
import { ActionPopover } from '#dashboard/ui/ActionPopover.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { BroadcastAction } from './BroadcastAction.tsx';
import { GroupField, type PickedGroup } from './GroupField.tsx';
import { TagsField } from './TagsField.tsx';

export type BulkProps = {
  chosen: Chosen<Contact>;
  /** When they were read, where that is a while ago. */
  readAt: number | undefined;
  /** How many they are. */
  many: number;
  everybody: Everybody;
  onStarted: () => void;
};

/** What can be done with the contacts that are ticked, each with its cost first. */
export function BulkActions(props: BulkProps) {
  return (
    <>
      <TagAction {...props} what="tag" />
      <TagAction {...props} what="untag" />
      <GroupAction {...props} />
      <BroadcastAction {...props} />
      <Change
        {...props}
        label="Flag"
        icon={<IconFlag aria-hidden />}
        verbs={['Flag', 'Flagging']}
        change={{ what: 'flag', flagged: true }}
        has={({ flagged }) => flagged}
      />
      <Change
        {...props}
        label="Opt out"
        icon={<IconHandStop aria-hidden />}
        verbs={['Opt out', 'Opting out']}
        change={{ what: 'optOut' }}
        has={({ opted_out }) => opted_out}
        hint="Nobody in the organisation can text them any more, until they are opted back in."
      />
      <ExportAction {...props} />
      <Change
        {...props}
        label="Delete…"
        icon={<IconTrash aria-hidden />}
        danger
        verbs={['Delete', 'Deleting']}
        change={{ what: 'delete' }}
        hint="Their conversations go with them. Once it has begun, what is deleted can’t be brought back."
      />
    </>
  );
}

/** So few requests are not worth a question. */
const UNASKED = 5;

function ExportAction({ chosen, many, everybody, onStarted }: BulkProps) {
  const requests = chosen.kind === 'all' ? pagesFor(many + chosen.except.length) : 0;
  const { facts, note } = useCost(requests);
  const run = () => startExport(chosen, everybody, many).then(onStarted);
  const look = { label: 'Export', icon: <IconDownload aria-hidden /> };
  if (requests > UNASKED) {
    const what = `Export ${plural(many, 'contact')}`;
    return <ActionPopover {...look} title={what} facts={facts} note={note} action={what} onConfirm={run} />;
  }
  return (
    <Button size="xs" leftSection={look.icon} onClick={() => void run()}>
      {look.label}
    </Button>
  );
}

function TagAction({ what, ...props }: BulkProps & { what: 'tag' | 'untag' }) {
  const [tags, setTags] = useState<string[]>([]);
  const adds = what === 'tag';
  return (
    <Change
      {...props}
      label={adds ? 'Tag' : 'Untag'}
      icon={adds ? <IconTag aria-hidden /> : <IconTagOff aria-hidden />}
      verbs={adds ? ['Tag', 'Tagging'] : ['Untag', 'Untagging']}
      change={tags.length > 0 ? { what, tags } : undefined}
      missing={adds ? 'Type a tag, or choose one.' : 'Choose the tags that are to go.'}
      has={(contact) =>
        tags.every((tag) => contact.tags.includes(tag)) === adds &&
        (adds || !tags.some((tag) => contact.tags.includes(tag)))
      }
    >
      <TagsField value={tags} onChange={setTags} />
    </Change>
  );
}

function GroupAction(props: BulkProps) {
  const [group, setGroup] = useState<PickedGroup | null>(null);
  return (
    <Change
      {...props}
      label="Add to group"
      icon={<IconUsersGroup aria-hidden />}
      verbs={['Add', 'Adding']}
      to={group ? ` to ${group.name}` : ''}
      change={group ? { what: 'addToGroup', group } : undefined}
      missing="Choose a group."
    >
      <GroupField inPopover value={group} onChange={setGroup} />
    </Change>
  );
}

type ChangeProps = BulkProps & {
  label: string;
  icon: ReactNode;
  danger?: boolean;
  /** What it is called before and while it is done. */
  verbs: readonly [before: string, meanwhile: string];
  to?: string;
  /** Undefined until it is known what exactly. */
  change: ContactsChange | undefined;
  missing?: string;
  /** Those that need nothing. */
  has?: (contact: Contact) => boolean;
  hint?: string;
  children?: ReactNode;
};

function Change({
  chosen,
  readAt,
  many,
  everybody,
  onStarted,
  verbs,
  to = '',
  change,
  missing,
  has,
  hint,
  children,
  ...look
}: ChangeProps) {
  const had = chosen.kind === 'some' && change && has ? chosen.rows.filter(has).length : 0;
  const cost = many - had + (chosen.kind === 'all' ? pagesFor(many + chosen.except.length) : 0);
  const { facts, note } = useCost(cost);
  const start = (input: ContactsChange) =>
    startJob({
      kind: 'changeContacts',
      name: `${verbs[1]} ${plural(many, 'contact')}${to}`,
      input,
      entries: entriesFor(chosen, everybody, readAt),
      cost,
    });
  return (
    <ActionPopover
      {...look}
      title={`${verbs[0]} ${plural(many, 'contact')}${to}`}
      facts={had > 0 ? [['Need nothing done', count(had)], ...facts] : facts}
      note={hint ? `${hint} ${note}` : note}
      action={`${verbs[0]} ${plural(many - had, 'contact')}`}
      obstacle={change ? (many === had ? 'Nothing is to be done for any of them.' : undefined) : missing}
      onConfirm={async () => {
        if (!change) return;
        if (change.what === 'delete') {
          defer({
            text: `${plural(many, 'contact')} will be deleted`,
            failed: 'Not deleted',
            run: () => start(change),
          });
        } else await start(change);
        onStarted();
      }}
    >
      {children}
    </ActionPopover>
  );
}

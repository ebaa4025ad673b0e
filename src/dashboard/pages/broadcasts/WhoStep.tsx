import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { MultiSelect, Select } from '@mantine/core';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groups } from '#dashboard/api/groups.ts';
import { users } from '#dashboard/api/users.ts';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useDebounced } from '#dashboard/lib/useDebounced.ts';
import classes from './Composer.module.css';
import { Button } from '#dashboard/ui/Button.tsx';
import { ChoosePeople } from './ChoosePeople.tsx';
import { useSender } from './useSender.ts';

type Props = { draft: BroadcastDraft; onNext: () => void };

/** The first step: which groups, and whose text it is. */
export function WhoStep({ draft, onNext }: Props) {
  const chosen = useQueries({ queries: draft.groups.map(({ id }) => groups.detail(id)) });
  const people = chosen.reduce((sum, { data }) => sum + (data?.size ?? 0), 0);
  const isEmpty = chosen.length > 0 && chosen.every(({ data }) => data?.size === 0);
  const requests = chosen.reduce((sum, { data }) => sum + Math.max(1, Math.ceil((data?.size ?? 0) / 100)), 0);
  return (
    <form
      className={classes.body}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div className={classes.form}>
        <GroupField draft={draft} />
        <ChoosePeople draft={draft} />
        <SenderField draft={draft} />
        <div className={classes.actions}>
          <Button variant="filled" size="md" type="submit" disabled={chosen.length === 0 || isEmpty}>
            Continue
          </Button>
          <p className={classes.hint} role="status">
            {chosen.length === 0
              ? 'Choose a group first.'
              : isEmpty
                ? 'Nobody is in this group yet.'
                : `${plural(people, 'person', 'people')} in ${plural(chosen.length, 'group')}. Reading them takes about ${plural(requests + 2, 'request')}.`}
          </p>
        </div>
      </div>
    </form>
  );
}

function GroupField({ draft }: { draft: BroadcastDraft }) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const { data, error } = useQuery({ ...groups.choices(q), placeholderData: keepPreviousData });
  const known = new Map([...draft.groups, ...(data?.items ?? [])].map((group) => [String(group.id), group]));
  const sizes = new Map(data?.items.map(({ id, size }) => [String(id), size]));
  return (
    <MultiSelect
      label="Group"
      classNames={{ inputField: classes.typed ?? '' }}
      placeholder={draft.groups.length === 0 ? 'Find a group' : undefined}
      description="Everybody in it gets one text. Several groups go out one after the other, a minute apart."
      error={error ? `Groups could not be loaded. ${error.message}` : undefined}
      searchable
      clearSearchOnChange
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={q ? 'No group has this name.' : 'No groups yet.'}
      data={[...known].map(([value, { name }]) => ({ value, label: name || `Group ${value}` }))}
      // The service has searched already.
      filter={({ options, search }) =>
        options.filter(
          (option) => !('value' in option) || sizes.has(option.value) || (search === '' && known.has(option.value)),
        )
      }
      renderOption={({ option }) => (
        <span className={classes.option}>
          <bdi>{option.label}</bdi>
          <span>{sizes.has(option.value) && plural(sizes.get(option.value) ?? 0, 'person', 'people')}</span>
        </span>
      )}
      value={draft.groups.map(({ id }) => String(id))}
      onChange={(ids) =>
        broadcastDrafts.change(draft.key, {
          groups: ids.map((id) => ({ id: Number(id), name: known.get(id)?.name ?? '' })),
        })
      }
    />
  );
}

function SenderField({ draft }: { draft: BroadcastDraft }) {
  const { data } = useQuery(users.choices());
  const sender = useSender(draft);
  const choices = (data?.items ?? [])
    .filter(({ archived }) => !archived)
    .map(({ id, first_name, last_name, email }) => ({
      value: String(id),
      label: [first_name, last_name].filter(Boolean).join(' ') || email,
    }));
  return (
    <Select
      label="Sender"
      description="Whose name stands beside it in the inbox. It comes from the account's number either way."
      data={choices.length > 0 ? choices : sender ? [{ value: String(sender.id), label: sender.name }] : []}
      value={sender ? String(sender.id) : null}
      allowDeselect={false}
      onChange={(id) => id && broadcastDrafts.change(draft.key, { sender: Number(id) })}
    />
  );
}

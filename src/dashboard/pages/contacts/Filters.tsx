import '@mantine/core/styles/Input.layer.css';
import { Select } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groups } from '#dashboard/api/groups.ts';
import { tags } from '#dashboard/api/tags.ts';
import classes from './contacts.module.css';
import { GroupField } from '#dashboard/parts/GroupField.tsx';
import type { ListState } from './listState.ts';
import type { Patch } from './ListTools.tsx';
import { ToolPopover } from './ToolPopover.tsx';

type Props = { state: ListState; patch: Patch };

/** What the service can't filter by: a tag; a group together with anything else. */
export function Filters({ state: { tag, group }, patch }: Props) {
  const { data } = useQuery({ ...groups.detail(group ?? 0), enabled: group !== undefined, throwOnError: false });
  return (
    <ToolPopover label="Filter" icon={<IconFilter aria-hidden />}>
      <TagField value={tag} onChange={(next) => patch({ tag: next })} />
      <GroupField
        key={data?.id}
        withLocked
        inPopover
        clearable
        value={group === undefined ? null : { id: group, name: data?.name ?? '' }}
        onChange={(next) => patch({ group: next?.id })}
      />
      <p className={classes.hint}>
        The API can’t filter by these. Contacts are read, a request for each hundred, and those that match are shown.
      </p>
    </ToolPopover>
  );
}

type TagProps = { value: string | undefined; onChange: (tag: string | undefined) => void };

/** One tag: of those suggested, or as it is typed. */
function TagField({ value, onChange }: TagProps) {
  const { data = [] } = useQuery(tags.suggestions());
  const [typed, setTyped] = useState(value ?? '');
  const own = [typed.trim(), value ?? ''].filter((tag) => tag !== '');
  return (
    <Select
      label="Tag"
      placeholder="Any tag"
      searchable
      clearable
      limit={20}
      comboboxProps={{ withinPortal: false }}
      data={[...new Set([...data, ...own])]}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value ?? null}
      onChange={(tag) => onChange(tag ?? undefined)}
    />
  );
}

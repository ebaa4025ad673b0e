import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groups } from '#dashboard/api/groups.ts';
import { useDebounced } from '#dashboard/lib/useDebounced.ts';
import classes from './broadcasts.module.css';

type Props = { group: number | undefined; onChange: (group: number | undefined) => void };

/** Narrows the list to one group; its names are asked for when it is opened. */
export function GroupFilter({ group, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const q = useDebounced(typed.trim(), 250);
  const { data: chosen } = useQuery({
    ...groups.detail(group ?? 0),
    enabled: group !== undefined,
    throwOnError: false,
  });
  const { data } = useQuery({ ...groups.choices(q === chosen?.name ? '' : q), enabled: opened });
  const known = new Map([...(chosen ? [chosen] : []), ...(data?.items ?? [])].map(({ id, name }) => [id, name]));
  return (
    <Select
      className={classes.group ?? ''}
      aria-label="Group"
      placeholder="Every group"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Show every group' }}
      data={[...known].map(([id, name]) => ({ value: String(id), label: name || `Group ${id}` }))}
      filter={({ options }) => options}
      nothingFoundMessage="No group has this name."
      value={group === undefined ? null : String(group)}
      onDropdownOpen={() => setOpened(true)}
      onSearchChange={setTyped}
      onChange={(id) => onChange(id === null ? undefined : Number(id))}
    />
  );
}

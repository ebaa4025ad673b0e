import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groups } from '#dashboard/api/groups.ts';
import { plural } from '#dashboard/lib/numbers.ts';

export type PickedGroup = { id: number; name: string };

type Props = {
  value: PickedGroup | null;
  onChange: (group: PickedGroup | null) => void;
  /** Also groups that an integration keeps, which nobody can be added to here. */
  withLocked?: boolean;
  clearable?: boolean;
  /** Stands in a popover, which a click on an option elsewhere would close. */
  inPopover?: boolean;
  description?: string;
};

const PAUSE = 250;

/** A group, found by a part of its name. */
export function GroupField({
  value,
  onChange,
  withLocked = false,
  clearable = false,
  inPopover = false,
  description,
}: Props) {
  const [typed, setTyped] = useState(value?.name ?? '');
  const [searched] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), PAUSE);
  const { data, isFetching } = useQuery(groups.choices(searched));
  const found = data?.items ?? [];
  const options = found.map(({ id, name, locked }) => ({
    value: String(id),
    label: name,
    disabled: locked && !withLocked,
  }));
  const here = value && !options.some((option) => option.value === String(value.id));
  return (
    <Select
      label="Group"
      description={description}
      placeholder="Search groups"
      searchable
      clearable={clearable}
      comboboxProps={{ withinPortal: !inPopover }}
      nothingFoundMessage={isFetching ? 'Looking…' : 'No group of that name'}
      data={here ? [{ value: String(value.id), label: value.name, disabled: false }, ...options] : options}
      // The service has searched already.
      filter={({ options: all }) => all}
      value={value ? String(value.id) : null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const group = found.find((each) => String(each.id) === id);
        onChange(group ? { id: group.id, name: group.name } : null);
      }}
      renderOption={({ option }) => {
        const group = found.find(({ id }) => String(id) === option.value);
        return (
          <span>
            <bdi>{option.label}</bdi>{' '}
            {group && (
              <small>
                {group.locked && !withLocked ? 'kept by an integration' : plural(group.size, 'person', 'people')}
              </small>
            )}
          </span>
        );
      }}
    />
  );
}

import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Search } from '#dashboard/api/foundContacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { Finding } from '#dashboard/parts/Finding.tsx';
import classes from './FoundNote.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import type { Patch } from './ListTools.tsx';

/** By what is filtered, and how far reading has come. */
export function FoundNote({ search, patch }: { search: Search; patch: Patch }) {
  const { data: group } = useQuery({
    ...groups.detail(search.group ?? 0),
    enabled: search.group !== undefined,
    throwOnError: false,
  });
  return (
    <Finding label="Filters" search={search}>
      {search.tag !== undefined && (
        <Chip clears="Clear the filter by tag" onClear={() => patch({ tag: undefined })}>
          Tag <bdi className="one-line">{search.tag}</bdi>
        </Chip>
      )}
      {search.group !== undefined && (
        <Chip clears="Clear the filter by group" onClear={() => patch({ group: undefined })}>
          Group <bdi className="one-line">{group?.name ?? search.group}</bdi>
        </Chip>
      )}
    </Finding>
  );
}

const Chip = ({ clears, onClear, children }: { clears: string; onClear: () => void; children: ReactNode }) => (
  <span className={classes.filter}>
    {children}
    <PlainButton aria-label={clears} onClick={onClear}>
      <IconX className="icon-xs" aria-hidden />
    </PlainButton>
  </span>
);

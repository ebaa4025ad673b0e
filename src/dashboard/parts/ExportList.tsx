import type { ListFilter, ListName } from '#dashboard/jobs/exportedLists.ts';
import { ExportButton } from './ExportButton.tsx';

const nouns = {
  optOuts: ['opt-out', 'opt-outs'],
  blockedNumbers: ['blocked number', 'blocked numbers'],
  groups: ['group', 'groups'],
  broadcasts: ['broadcast', 'broadcasts'],
  tags: ['tag', 'tags'],
  users: ['user', 'users'],
  templates: ['template', 'templates'],
  autoReplies: ['auto reply', 'auto replies'],
  signatures: ['signature', 'signatures'],
} satisfies Record<ListName, readonly [string, string]>;

type Props = {
  list: ListName;
  /** What the list shows of all. */
  filter?: ListFilter;
  total: number | undefined;
  /** Requests it takes, where that does not follow from how many there are. */
  requests?: number | undefined;
  /** Pages that the list itself looks through, where it does not look further. */
  most?: number | undefined;
  compact?: boolean;
};

/** Beside the title of a list: all that it shows, as a CSV file. */
export function ExportList({ list, filter = {}, total = 0, most, ...look }: Props) {
  const run = async () => {
    const { startListExport } = await import('#dashboard/jobs/startListExport.ts');
    const name = nouns[list][1];
    await startListExport({ list, filter, name, ...(most !== undefined && { most }) }, total, nouns[list]);
  };
  return <ExportButton total={total} nouns={nouns[list]} requests={most} {...look} onExport={run} />;
}

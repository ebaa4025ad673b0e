import type { Contact } from '#contract/contacts.ts';
import { paths } from '#dashboard/paths.ts';
import { ListActions } from '#dashboard/ui/ListActions.tsx';
import { atHand, everybodyOf } from './chosen.ts';
import type { ListState } from './listState.ts';

type Props = { state: ListState; whole: readonly Contact[] | undefined; total: number; onNew: () => void };

/** Export, import, and a new one. */
export function TitleActions({ state, whole, total, onNew }: Props) {
  const exportAll = async () => {
    const { startExport } = await import('./startExport.ts');
    await startExport(atHand({ kind: 'all', except: [] }, whole), everybodyOf(state), total);
  };
  return (
    <ListActions
      onExport={() => void exportAll()}
      exportTitle={total === 0 ? 'Nobody to export' : 'All that match, as a file'}
      exportDisabled={total === 0}
      importTo={paths.importContacts()}
      action="New contact"
      onNew={onNew}
    />
  );
}

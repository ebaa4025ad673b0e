import type { Contact } from '#contract/contacts.ts';
import { atHand } from '#dashboard/lib/useSelection.ts';
import { ExportButton } from '#dashboard/parts/ExportButton.tsx';
import { paths } from '#dashboard/paths.ts';
import { ListActions } from '#dashboard/ui/ListActions.tsx';
import { everybodyOf } from './chosen.ts';
import type { ListState } from './listState.ts';

type Props = { state: ListState; whole: readonly Contact[] | undefined; total: number; onNew: () => void };

/** Export, import, and a new one. */
export function TitleActions({ state, whole, total, onNew }: Props) {
  const exportAll = async () => {
    const { startExport } = await import('#dashboard/jobs/startExport.ts');
    await startExport(atHand({ kind: 'all', except: [] }, whole), everybodyOf(state), total);
  };
  return (
    <ListActions importTo={paths.importContacts()} action="New contact" onNew={onNew}>
      <ExportButton
        total={total}
        nouns={['contact', 'contacts']}
        requests={whole ? 0 : undefined}
        onExport={exportAll}
      />
    </ListActions>
  );
}

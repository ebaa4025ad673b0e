import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { useCost } from '#dashboard/jobs/useCost.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { ProgressBar } from '#dashboard/ui/ProgressBar.tsx';
import type { Counts, ImportFile } from './importFile.ts';
import classes from './Import.module.css';
import type { Choices } from './ImportSetup.tsx';
import type { Check, ImportState } from './useImport.ts';

type Props = { file: ImportFile; state: ImportState; choices: Choices };

/** Check, which sends nothing that changes anything; then what it found and costs, and Import. */
export function ImportStart({ file, state, choices }: Props) {
  const { counts, check, runCheck } = state;
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const exist = check.state === 'over' ? (check.exist ?? 0) : 0;
  const cost = counts ? requestsFor(counts, exist, choices) : 0;
  const { note } = useCost(cost);
  const obstacle = obstacleOf(state);

  const start = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const items = await file.ask({ what: 'items' });
      const input = { ...choices, columns: state.read.columns };
      const entries = items.map((item) => ({ item }));
      const id = await startJob({ kind: 'importContacts', name: `Importing ${file.name}`, input, entries, cost });
      await navigate(paths.job(id));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'It could not be begun.');
      setBusy(false);
    }
  };
  return (
    <section className={classes.start} aria-label="Check and import">
      <div className={classes.startRow}>
        <Button
          size="md"
          variant={check.state === 'over' ? 'default' : 'filled'}
          loading={check.state === 'reading'}
          disabled={obstacle !== null}
          onClick={() => void runCheck()}
        >
          Check
        </Button>
        {check.state === 'over' && counts && (
          <Button size="md" variant="filled" loading={busy} disabled={counts.valid === 0} onClick={() => void start()}>
            Import {plural(willImport(counts, exist, choices), 'contact')}
          </Button>
        )}
        <span className={classes.startText} role="status">
          {obstacle ?? <Found counts={counts} check={check} note={`${plural(cost, 'request')}. ${note}`} />}
        </span>
      </div>
      {check.state === 'reading' && (
        <ProgressBar wide label="Comparing with your contacts" value={check.done} max={check.of} />
      )}
      {failure && (
        <p className={classes.bad} role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

function obstacleOf({ mapping, counts, read }: ImportState): string | null {
  if (mapping.phone === undefined) return 'No column holds phone numbers yet. Choose the column for Phone.';
  if (counts === null) return `Reading ${plural(read.total, 'row')}…`;
  return counts.valid === 0
    ? 'No row has a valid phone number. Choose another column for Phone, or its country.'
    : null;
}

function Found({ counts, check, note }: { counts: Counts | null; check: Check; note: string }) {
  if (!counts) return null;
  const figures = [
    plural(counts.valid, 'row with a valid phone', 'rows with a valid phone'),
    counts.invalid > 0 && `${count(counts.invalid)} without`,
    counts.twins > 0 && `${count(counts.twins)} twice in the file`,
    check.state === 'over' && check.exist !== null && `${count(check.exist)} among your contacts already`,
  ].filter(Boolean);
  return (
    <>
      {figures.join(', ')}. {check.state === 'over' && check.note} {check.state === 'over' && note}
    </>
  );
}

const willImport = ({ valid }: Counts, exist: number, { exists }: Choices) =>
  exists === 'skip' ? valid - exist : valid;

/**
 * Each new one is made, then opted out, given its notes or flag and put into the group, as the row says; who exists is
 * read, changed, put into it.
 */
function requestsFor({ valid, withMore, optedOut }: Counts, exist: number, { exists, group }: Choices): number {
  const join = group ? 1 : 0;
  const known = exists === 'skip' ? 0 : exists === 'update' ? 2 + join : join;
  const isNew = valid - exist;
  const optOuts = exists === 'update' ? optedOut : Math.min(optedOut, isNew);
  return isNew * (1 + join) + Math.min(withMore, isNew) + optOuts + exist * known;
}

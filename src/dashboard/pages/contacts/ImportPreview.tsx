import { useEffect, useState } from 'react';
import { personName } from '#dashboard/lib/personName.ts';
import type { ImportItem } from '#dashboard/jobs/kinds/importContacts.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { count } from '#dashboard/lib/numbers.ts';
import type { Answers, ImportFile, Shown } from './importFile.ts';
import classes from './Import.module.css';
import type { ImportState } from './useImport.ts';

const PER_PAGE = 50;

const nameOf = ({ first_name, last_name }: ImportItem) =>
  personName({ first_name: first_name ?? null, last_name: last_name ?? null, business_name: null });

const columns: Column<ImportItem>[] = [
  { key: 'row', head: 'Row', width: '6rem', figures: true, cell: ({ n }) => `Row ${count(n)}` },
  { key: 'name', head: 'Name', cell: (row) => <bdi>{nameOf(row)}</bdi> },
  {
    key: 'phone',
    head: 'Phone (E.164)',
    width: '10rem',
    figures: true,
    onPhone: 'below',
    cell: ({ phone }) => phone !== null && <bdi title={`+${phone}`}>+{phone}</bdi>,
  },
  {
    key: 'reads',
    head: 'Reads as',
    width: '11rem',
    figures: true,
    hideBelow: 'desktop',
    cell: ({ phone }) => phone !== null && <Phone number={phone} />,
  },
  { key: 'business', head: 'Business', hideBelow: 'desktop', cell: ({ business_name }) => <bdi>{business_name}</bdi> },
  { key: 'tags', head: 'Tags', hideBelow: 'desktop', cell: ({ tags = [] }) => <bdi>{tags.join(', ')}</bdi> },
  { key: 'state', head: 'What comes of it', width: '18rem', onPhone: 'end', cell: (row) => <Fate row={row} /> },
];

function Fate({ row: { problem, twinOf, existing, isNew, opted_out } }: { row: ImportItem }) {
  if (problem !== undefined) {
    return (
      <Status tone="danger">
        <bdi title={problem}>{problem}</bdi>
      </Status>
    );
  }
  if (twinOf !== undefined) return <Status tone="warn">Same number as row {count(twinOf)}</Status>;
  if (existing !== undefined) return <Status tone="dimmed">Exists already</Status>;
  return (
    <Status>
      {isNew ? 'New' : 'Not compared yet'}
      {opted_out && ', opted out'}
    </Status>
  );
}

/** The rows as they will be imported, and those that will not, each with its reason. */
export function ImportPreview({ file, state: { counts, check } }: { file: ImportFile; state: ImportState }) {
  const [show, setShow] = useState<Shown | undefined>();
  const [page, setPage] = useState(1);
  const [shown, setShown] = useState<Answers['page'] | null>(null);
  useEffect(() => {
    if (!counts) return;
    let gone = false;
    const read = async () => {
      const next = await file.ask({ what: 'page', show: show ?? 'all', page, perPage: PER_PAGE });
      if (!gone) setShown(next);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [file, counts, check, show, page]);
  if (!counts || !shown) return null;
  const exist = check.state === 'over' ? (check.exist ?? 0) : 0;
  const scopes: { value: Shown | undefined; label: string }[] = [
    { value: undefined, label: 'All rows' },
    { value: 'invalid', label: `Invalid ${count(counts.invalid)}` },
    { value: 'twin', label: `Twice ${count(counts.twins)}` },
    { value: 'exists', label: `Exists ${count(exist)}` },
    { value: 'new', label: `New ${count(counts.valid - exist)}` },
  ];
  return (
    <section className={classes.preview} aria-label="Preview">
      <div className={classes.previewTools}>
        <ScopeTabs<Shown>
          label="Show"
          scopes={scopes}
          value={show}
          onChange={(next) => {
            setShow(next);
            setPage(1);
          }}
        />
      </div>
      <DataTable name="Rows" rows={shown.rows} columns={columns} keyOf={({ n }) => n} />
      {shown.total > PER_PAGE && <Pager page={page} perPage={PER_PAGE} total={shown.total} onPage={setPage} />}
    </section>
  );
}

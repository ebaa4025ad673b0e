import { NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { z } from 'zod/mini';
import { AuditOutcome } from '#contract/audit.ts';
import { audit, everyEntry } from '#dashboard/api/audit.ts';
import { csvFile } from '#dashboard/lib/csv.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { saveFile } from '#dashboard/lib/saveFile.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { params } from '#dashboard/lib/urlState.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ListPage, ListSearch, ListTools } from '#dashboard/ui/ListPage.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './audit.module.css';
import { auditColumns } from './auditColumns.tsx';
import { AuditDrawer } from './AuditDrawer.tsx';
import { outcomes, recordOf, resources } from './auditWords.ts';

const PER_PAGE = 50;

const State = z.object({
  q: z._default(z.string().check(z.maxLength(255)), ''),
  who: z.optional(z.string().check(z.maxLength(255))),
  resource: z.optional(z.string().check(z.maxLength(64))),
  outcome: z.optional(AuditOutcome),
  page: params.page,
});
type State = z.output<typeof State>;

/** `/audit`: every change that was made through this installation, and what became of it. */
export function AuditPage() {
  const [state, patch] = useUrlState(State);
  const open = useOpen();
  const query = useQuery(audit.list({ ...state, per_page: PER_PAGE }));
  const filtered = state.q !== '' || Boolean(state.who ?? state.resource ?? state.outcome);
  useTitle('Audit');
  return (
    <ListPage>
      <PageTitle total={query.data?.total} actions={<ExportButton state={state} />}>
        Audit
      </PageTitle>
      <Tools state={state} people={query.data?.people ?? []} patch={patch} />
      <List
        query={query}
        what="Changes"
        isEmpty={({ entries }) => entries.length === 0}
        filtered={filtered}
        empty={
          <Blank icon={<IconHistory aria-hidden />} title="Nothing was changed yet">
            Who changes what through Switchboard stands here: the last 10,000 changes.
          </Blank>
        }
        noMatch={<Blank icon={<IconHistory aria-hidden />} title="No change matches" />}
        skeleton={<SkeletonRows kind="table" rows={20} />}
      >
        {({ entries }) => (
          <DataTable
            name="Audit"
            rows={entries}
            columns={auditColumns}
            keyOf={({ id }) => id}
            href={({ id }) => open.href(id)}
          />
        )}
      </List>
      {query.data && query.data.total > PER_PAGE && (
        <Pager page={state.page} perPage={PER_PAGE} total={query.data.total} onPage={(page) => patch({ page })} />
      )}
      {open.id && <AuditDrawer id={open.id} onClose={open.close} />}
    </ListPage>
  );
}

/** The change that is open over the list; it stands in the address beside the filters and the page. */
function useOpen() {
  const [search, setSearch] = useSearchParams();
  const having = (id: number | null) => {
    const { open: _open, ...others } = Object.fromEntries(search);
    return new URLSearchParams({ ...others, ...(id !== null && { open: String(id) }) });
  };
  return {
    id: params.id.safeParse(search.get('open')).data,
    href: (id: number) => `${paths.audit()}?${having(id)}`,
    close: () => setSearch(having(null)),
  };
}

type ToolsProps = {
  state: State;
  people: readonly string[];
  patch: (change: Partial<State>, options?: { replace?: boolean }) => void;
};

const Tools = ({ state, people, patch }: ToolsProps) => (
  <ListTools>
    <ListSearch
      placeholder="Name, field, value, reason"
      value={state.q}
      onSearch={(q, options) => patch({ q }, options)}
    />
    <Filter
      label="Who"
      value={state.who}
      choices={people.map((who) => [who, who])}
      onChange={(who) => patch({ who })}
    />
    <Filter
      label="What"
      value={state.resource}
      choices={Object.entries(resources).map(([value, { many }]) => [value, many])}
      onChange={(resource) => patch({ resource })}
    />
    <Filter
      label="Outcome"
      value={state.outcome}
      choices={Object.entries(outcomes)}
      onChange={(outcome) => patch({ outcome: AuditOutcome.safeParse(outcome).data })}
    />
  </ListTools>
);

type FilterProps = {
  label: string;
  value: string | undefined;
  choices: readonly (readonly [value: string, label: string])[];
  onChange: (value: string | undefined) => void;
};

const Filter = ({ label, value, choices, onChange }: FilterProps) => (
  <NativeSelect
    className={classes.filter}
    aria-label={label}
    value={value ?? ''}
    data={[{ value: '', label: `${label}: all` }, ...choices.map(([choice, name]) => ({ value: choice, label: name }))]}
    onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
  />
);

/** All that matches, not only this page. */
function ExportButton({ state: { page: _page, ...filter } }: { state: State }) {
  const save = useMutation({
    mutationFn: async () => {
      const entries = await everyEntry(filter);
      const content = csvFile(entries.map(recordOf));
      saveFile({ name: 'audit.csv', type: 'text/csv;charset=utf-8', content });
    },
    onError: ({ message }) => alertThat(`Not exported: ${message}`),
  });
  return (
    <Button leftSection={<IconDownload aria-hidden />} loading={save.isPending} onClick={() => save.mutate()}>
      Export CSV
    </Button>
  );
}

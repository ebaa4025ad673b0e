import { IconFilterOff, IconTags } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outlet } from 'react-router';
import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import { tagCarriers } from '#dashboard/api/tagCarriers.ts';
import { tags } from '#dashboard/api/tags.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { clock } from '#dashboard/lib/dates.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ListPage, ListSearch, ListTools } from '#dashboard/ui/ListPage.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { CountPeople } from './CountPeople.tsx';
import { Retag, type Retagged } from './Retag.tsx';
import classes from './tags.module.css';
import { TagsTable } from './TagsTable.tsx';
import { params } from '#dashboard/lib/urlState.ts';

const State = z.object({
  q: z._default(z.string().check(z.maxLength(limits.tagLength)), ''),
  page: params.page,
});

const PER_PAGE = 50;

/** `/tags`: every tag, who carries it, and the way to other names. */
export function TagsPage() {
  const [{ q, page }, patch] = useUrlState(State);
  const query = useQuery(tags.every());
  const [changing, setChanging] = useState<Retagged | null>(null);
  useTitle('Tags');
  const found = (query.data ?? []).filter((tag) => tag.toLowerCase().includes(q.toLowerCase()));
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return (
    <ListPage>
      <PageTitle
        total={query.data?.length}
        actions={
          <>
            <ExportList
              list="tags"
              filter={{ q }}
              total={found.length}
              requests={Math.ceil((query.data?.length ?? 0) / limits.perPage.max)}
            />
            <CountPeople />
          </>
        }
      >
        Tags
      </PageTitle>
      <ListTools>
        <ListSearch placeholder="Tag" value={q} onSearch={(next, options) => patch({ q: next }, options)} />
        <Counted />
      </ListTools>
      <List
        query={query}
        what="Tags"
        isEmpty={() => shown.length === 0}
        filtered={q !== '' || page > 1}
        empty={<NoTags />}
        noMatch={<NoMatch q={q} onClear={() => patch({ q: '', page: 1 })} />}
        skeleton={<SkeletonRows kind="table" rows={12} />}
      >
        {(all) => <TagsTable all={all} shown={shown} q={q} onChange={setChanging} />}
      </List>
      {found.length > PER_PAGE && (
        <Pager page={page} perPage={PER_PAGE} total={found.length} onPage={(next) => patch({ page: next })} />
      )}
      <Outlet />
      {changing && <Retag {...changing} all={query.data ?? []} onClose={() => setChanging(null)} />}
    </ListPage>
  );
}

/** When and among how many was counted. */
function Counted() {
  const { data } = useQuery(tagCarriers());
  if (!data) return null;
  const { at, contacts, complete } = data;
  const among = plural(contacts, 'contact');
  return (
    <p className={classes.note}>
      Counted at {clock(new Date(at))} among{' '}
      {complete ? `all ${among}` : `the first ${among}, as far as the requests of this hour went`}
    </p>
  );
}

const NoTags = () => (
  <Blank icon={<IconTags aria-hidden />} title="No tags yet">
    Tags are given to contacts, one by one or to many at once. Whatever is given appears here.
  </Blank>
);

const NoMatch = ({ q, onClear }: { q: string; onClear: () => void }) => (
  <Blank
    icon={<IconFilterOff aria-hidden />}
    title={q ? `No tag holds “${q}”` : 'Nothing on this page'}
    actions={<Button onClick={onClear}>Show all tags</Button>}
  />
);

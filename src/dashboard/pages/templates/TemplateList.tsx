import { IconFilterOff, IconPlus, IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { MessageTemplate } from '#contract/messageTemplates.ts';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { count } from '#dashboard/lib/numbers.ts';
import { byLastUse, useTemplatesUsed } from '#dashboard/lib/templatesUsed.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SearchField } from '#dashboard/ui/SearchField.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { useLeaving } from './leaving.ts';
import classes from './TemplateList.module.css';
import { TemplateRow } from './TemplateRow.tsx';
import { PER_PAGE, type TemplatesState } from './templatesState.ts';

export type Patch = (change: Partial<TemplatesState>, options?: { replace?: boolean }) => void;
type Props = { state: TemplatesState; patch: Patch; openId: number | undefined };

/** The templates by their words; those used last on this device stand first. */
export function TemplateList({ state, patch, openId }: Props) {
  const { q, page } = state;
  const query = useQuery(messageTemplates.list({ ...(q && { q }), page, per_page: PER_PAGE }));
  const leaving = useLeaving();
  const navigate = useNavigate();
  const openNew = () => void navigate(paths.newTemplate());
  const total = query.data && Math.max(0, query.data.total - leaving.size);
  return (
    <section className={classes.pane} aria-label="Templates">
      <header className={classes.head}>
        <h1 className={classes.title}>
          Templates {total !== undefined && <span className={`${classes.total} figures`}>{count(total)}</span>}
        </h1>
        <ExportList compact list="templates" filter={{ q }} total={query.data?.total} />
        <IconButton variant="default" aria-label="New template" title="New template" onClick={openNew}>
          <IconPlus aria-hidden />
        </IconButton>
      </header>
      <div className={classes.tools}>
        <SearchField
          className={classes.search}
          placeholder="Title or words"
          value={q}
          onSearch={(words, options) => patch({ q: words }, options)}
        />
      </div>
      <List
        query={query}
        what="Templates"
        kept="What you typed is kept."
        isEmpty={({ items }) => items.length === 0}
        filtered={q !== '' || page > 1}
        empty={<NoTemplates onNew={openNew} />}
        noMatch={<NoMatch q={q} onClear={() => patch({ q: '', page: 1 })} />}
        skeleton={<SkeletonRows kind="conversation" rows={10} />}
      >
        {({ items }) => <Rows items={items.filter(({ id }) => !leaving.has(id))} openId={openId} />}
      </List>
      {query.data && query.data.total > PER_PAGE && (
        <Pager page={page} perPage={PER_PAGE} total={query.data.total} onPage={(next) => patch({ page: next })} />
      )}
    </section>
  );
}

function Rows({ items, openId }: { items: MessageTemplate[]; openId: number | undefined }) {
  const used = useTemplatesUsed();
  return (
    <ul className={classes.rows} aria-label="Templates">
      {byLastUse(items, used).map((template) => (
        <TemplateRow
          key={template.id}
          template={template}
          isOpen={template.id === openId}
          usedAt={used.get(template.id)}
        />
      ))}
    </ul>
  );
}

const NoTemplates = ({ onNew }: { onNew: () => void }) => (
  <Blank
    icon={<IconTemplate aria-hidden />}
    title="No templates yet"
    actions={
      <Button variant="filled" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
        Write the first template
      </Button>
    }
  >
    A text you send often, with the person’s name filled in by itself.
  </Blank>
);

const NoMatch = ({ q, onClear }: { q: string; onClear: () => void }) => (
  <Blank
    icon={<IconFilterOff aria-hidden />}
    title={q ? `No template has “${q}”` : 'Nothing on this page'}
    actions={<Button onClick={onClear}>{q ? 'Clear the search' : 'Go to the first page'}</Button>}
  >
    {q && 'Titles and texts are searched; a part of a word is enough.'}
  </Blank>
);

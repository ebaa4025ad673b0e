import { IconTemplate } from '@tabler/icons-react';
import { useParams, useSearchParams } from 'react-router';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { NewTemplate } from './NewTemplate.tsx';
import { OpenTemplate } from './OpenTemplate.tsx';
import { TemplateList } from './TemplateList.tsx';
import classes from './TemplatesPage.module.css';
import { TemplatesState } from './templatesState.ts';

/** `/templates/:id?`: the texts to start from, beside them the one that is written. `new?copy=7` begins as number 7. */
export function TemplatesPage() {
  const { id } = useParams();
  const [params] = useSearchParams();
  const [state, patch] = useUrlState(TemplatesState);
  const isNew = id === 'new';
  const openId = idIn(id);
  const copyOf = idIn(params.get('copy'));
  return (
    <div className={classes.page} data-open={isNew || openId !== undefined || undefined}>
      <TemplateList state={state} patch={patch} openId={openId} />
      {isNew && <NewTemplate key={`new-${copyOf}`} copyOf={copyOf} state={state} patch={patch} />}
      {openId !== undefined && <OpenTemplate key={openId} id={openId} state={state} patch={patch} />}
      {!isNew && openId === undefined && <NothingOpen />}
    </div>
  );
}

const idIn = (text: string | null | undefined) => (text && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : undefined);

function NothingOpen() {
  useTitle('Templates');
  return (
    <section className={classes.nothing} aria-label="Template">
      <Blank icon={<IconTemplate aria-hidden />} title="No template open">
        Choose one on the left to read or change it.
      </Blank>
    </section>
  );
}

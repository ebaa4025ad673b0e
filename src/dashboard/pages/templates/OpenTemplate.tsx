import { IconArrowLeft, IconCopy, IconTemplate, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { MessageTemplate } from '#contract/messageTemplates.ts';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { session } from '#dashboard/api/session.ts';
import { isMissing } from '#dashboard/lib/ApiError.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { deleteTemplate, useLeaving } from './leaving.ts';
import { TemplateForm } from './TemplateForm.tsx';
import type { Patch } from './TemplateList.tsx';
import classes from './TemplatesPage.module.css';
import type { TemplatesState } from './templatesState.ts';
import { draftNames, inputOf, isShared, valuesOf } from './templateValues.ts';

type Props = { id: number; state: TemplatesState; patch: Patch };

/** `/templates/:id`: one template, to be read and changed. */
export function OpenTemplate({ id, state, patch }: Props) {
  const query = useQuery({ ...messageTemplates.detail(id), throwOnError: false });
  const isLeaving = useLeaving().has(id);
  useTitle(query.data?.title ?? 'Template', 'Templates');
  if (isLeaving || (!query.data && query.error)) {
    return (
      <section className={classes.nothing} data-shown aria-label="Template">
        {isLeaving || isMissing(query.error) ? (
          <Gone isLeaving={isLeaving} />
        ) : (
          <Failed what="The template" error={query.error!} retrying={query.isFetching} onRetry={query.refetch} />
        )}
      </section>
    );
  }
  if (!query.data) return <section className={classes.nothing} aria-label="Template" aria-busy />;
  return <Editor template={query.data} state={state} patch={patch} />;
}

const Gone = ({ isLeaving }: { isLeaving: boolean }) => (
  <Blank
    icon={<IconTemplate aria-hidden />}
    title={isLeaving ? 'This template will be deleted' : 'This template does not exist, or no longer'}
    actions={
      <Button component={Link} to={paths.templates()} leftSection={<IconArrowLeft aria-hidden />}>
        All templates
      </Button>
    }
  >
    {isLeaving && 'Undo brings it back.'}
  </Blank>
);

function Editor({ template, state, patch }: { template: MessageTemplate } & Omit<Props, 'id'>) {
  const { data } = useQuery(session.current());
  const save = useMutation(messageTemplates.save(template.id));
  const navigate = useNavigate();
  // Where the service does not say what somebody is, it decides itself.
  const mayShare = !data?.user || data.user.role === 'org_admin';
  const remove = () => {
    deleteTemplate(template, () => void navigate(paths.template(template.id)));
    void navigate(paths.templates());
  };
  const copy = () => void navigate(paths.newTemplate({ copy: String(template.id) }));
  return (
    <TemplateForm
      heading={template.title}
      draft={draftNames.of(template.id)}
      initial={valuesOf(template)}
      state={state}
      patch={patch}
      readOnly={isShared(template) && !mayShare}
      onSave={async (values) => {
        await save.mutateAsync(inputOf(values));
        notify('Template saved');
      }}
      actions={
        <>
          <Button variant="subtle" leftSection={<IconCopy aria-hidden />} onClick={copy}>
            Duplicate
          </Button>
          {(!isShared(template) || mayShare) && (
            <Button variant="subtle" data-danger leftSection={<IconTrash aria-hidden />} onClick={remove}>
              Delete
            </Button>
          )}
        </>
      }
    />
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { TemplateForm } from './TemplateForm.tsx';
import type { Patch } from './TemplateList.tsx';
import type { TemplatesState } from './templatesState.ts';
import { draftNames, inputOf, valuesOf } from './templateValues.ts';

type Props = { copyOf: number | undefined; state: TemplatesState; patch: Patch };

/** `/templates/new`, empty or as a copy of another. */
export function NewTemplate({ copyOf, state, patch }: Props) {
  const { data: original } = useQuery({ ...messageTemplates.detail(copyOf ?? 0), enabled: copyOf !== undefined });
  const create = useMutation(messageTemplates.create());
  const navigate = useNavigate();
  useTitle('New template', 'Templates');
  if (copyOf !== undefined && !original) return <section aria-busy />;
  const copied = valuesOf(original);
  return (
    <TemplateForm
      heading="New template"
      draft={copyOf === undefined ? draftNames.new : draftNames.copy(copyOf)}
      // A copy is one's own; who may, can share it again.
      initial={original ? { ...copied, title: `Copy of ${copied.title}`.slice(0, 255), shared: false } : copied}
      state={state}
      patch={patch}
      isNew
      onSave={async (values) => {
        const made = await create.mutateAsync(inputOf(values));
        notify('Template saved');
        void navigate(paths.template(made.id), { replace: true });
      }}
    />
  );
}

import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { limits } from '#contract/common.ts';
import { session } from '#dashboard/api/session.ts';
import { useKeptForm } from '#dashboard/lib/useKeptForm.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { KeptNote } from '#dashboard/ui/KeptNote.tsx';
import { MergeTextarea } from '#dashboard/ui/MergeTextarea.tsx';
import { SegmentMeter, SegmentNote } from '#dashboard/ui/SegmentMeter.tsx';
import { OwnerChoice } from './OwnerChoice.tsx';
import classes from './TemplateForm.module.css';
import type { Patch } from './TemplateList.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import type { TemplatesState } from './templatesState.ts';
import { check, labels, TemplateValues } from './templateValues.ts';
import { type Previewed, usePreviewed } from './usePreviewed.ts';

type Props = {
  heading: string;
  /** Names what is kept of unsaved text. */
  draft: string;
  initial: TemplateValues;
  state: TemplatesState;
  patch: Patch;
  isNew?: boolean;
  /** The organisation's, and not this person's to change. */
  readOnly?: boolean;
  onSave: (values: TemplateValues) => Promise<unknown>;
  actions?: ReactNode;
};

/** The editor beside the list: title, owner, text, and how a real person will read it. */
export function TemplateForm({
  heading,
  draft,
  initial,
  state,
  patch,
  isNew = false,
  readOnly = false,
  onSave,
  actions,
}: Props) {
  const form = useKeptForm({ draft, schema: TemplateValues, initial, labels, check, onSave });
  const previewed = usePreviewed(form.values.content, state.as);
  return (
    <section className={classes.editor} aria-label="Template">
      <header className={classes.head}>
        <IconButton className={classes.back} component={Link} to={paths.templates()} aria-label="All templates">
          <IconArrowLeft className="icon-lg" aria-hidden />
        </IconButton>
        <h2 className={`${classes.heading} one-line`} dir="auto">
          {heading}
        </h2>
        {actions}
      </header>
      <div className={classes.body}>
        <Fields form={form} previewed={previewed} isNew={isNew} readOnly={readOnly} />
        <TemplatePreview text={form.values.content} previewed={previewed} onContact={(as) => patch({ as })} />
      </div>
    </section>
  );
}

type FieldsProps = {
  form: ReturnType<typeof useKeptForm<TemplateValues>>;
  previewed: Previewed;
  isNew: boolean;
  readOnly: boolean;
};

function Fields({ form, previewed, isNew, readOnly }: FieldsProps) {
  const { values, set, errors, failure } = form;
  const { data } = useQuery(session.current());
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void form.save();
  };
  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      {readOnly && <p className={classes.hint}>The organization shares this. Duplicate it to make your own.</p>}
      <KeptNote form={form} />
      <TextInput
        label="Title"
        dir="auto"
        autoComplete="off"
        maxLength={limits.nameLength}
        readOnly={readOnly}
        value={values.title}
        error={errors.title}
        onChange={(event) => set('title', event.currentTarget.value)}
      />
      <MergeTextarea
        label="Message"
        placeholder="Hi {{contact.first_name}}, …"
        readOnly={readOnly}
        value={values.content}
        error={errors.content}
        onChange={(content) => set('content', content)}
        onSubmit={submit}
        meter={<SegmentMeter segments={previewed.segments} />}
      />
      <SegmentNote segments={previewed.segments} onReplace={(toPlain) => set('content', toPlain(values.content))} />
      <OwnerChoice
        role={data?.user?.role}
        value={values.shared}
        readOnly={readOnly}
        onChange={(on) => set('shared', on)}
        error={errors.shared}
      />
      <FormError error={failure === null ? null : new Error(`Not saved: ${failure} What you typed is kept.`)} />
      {!readOnly && <Actions isChanged={form.isChanged || isNew} busy={form.busy} />}
    </form>
  );
}

const Actions = ({ isChanged, busy }: { isChanged: boolean; busy: boolean }) => (
  <div className={classes.actions}>
    <Button
      type="submit"
      variant="filled"
      loading={busy}
      aria-disabled={!isChanged || undefined}
      title={isChanged ? 'Save  Ctrl Enter' : 'Nothing has changed'}
      onClick={(event) => !isChanged && event.preventDefault()}
    >
      Save template
    </Button>
    <span className={classes.saved}>{isChanged ? 'Kept on this device until you save.' : 'Saved.'}</span>
  </div>
);

import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import { Switch } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { z } from 'zod/mini';
import type { useKeptForm } from '#dashboard/lib/useKeptForm.ts';
import { Button } from './Button.tsx';
import { FormError } from './FormError.tsx';
import { KeptNote } from './KeptNote.tsx';
import { MergeTextarea } from './MergeTextarea.tsx';
import classes from './SwitchedForm.module.css';

/** What the form holds. */
export const SwitchedValues = z.object({ text: z.string(), active: z.boolean() });
export type SwitchedValues = z.output<typeof SwitchedValues>;

export const checkSwitched = ({ text }: SwitchedValues) => (text.trim() === '' ? { text: 'Write the text.' } : {});

type Props = {
  form: ReturnType<typeof useKeptForm<SwitchedValues>>;
  label: string;
  noFields?: boolean;
  meter: ReactNode;
  /** Offers to use it at once. Says what that ends. */
  activation?: string;
  /** The button: `Save signature`. */
  action: string;
  onCancel: () => void;
  /** How it will look. */
  children: ReactNode;
};

/** Writes a text of which at most one is in use, with its preview below. */
export function SwitchedForm({ form, label, noFields = false, meter, activation, action, onCancel, children }: Props) {
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void form.save();
  };
  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <KeptNote form={form} />
      <MergeTextarea
        label={label}
        noFields={noFields}
        value={form.values.text}
        error={form.errors.text}
        onChange={(text) => form.set('text', text)}
        onSubmit={submit}
        meter={meter}
      />
      {activation !== undefined && (
        <Switch
          label="Use it from now on"
          description={activation}
          checked={form.values.active}
          onChange={(event) => form.set('active', event.currentTarget.checked)}
        />
      )}
      {children}
      <FormError
        error={form.failure === null ? null : new Error(`Not saved: ${form.failure} What you typed is kept.`)}
      />
      <div className={classes.actions}>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={form.busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}

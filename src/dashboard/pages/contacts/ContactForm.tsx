import '@mantine/core/styles/Input.layer.css';
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { TagsField } from '#dashboard/parts/TagsField.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import classes from './ContactForm.module.css';
import type { ContactValues } from './contactValues.ts';
import { PhoneFields, type Taken } from './PhoneFields.tsx';
import { useContactForm } from './useContactForm.ts';

type Props = {
  /** Names what is kept of unsaved text: `contact-new`, `contact-7`. */
  draft: string;
  initial: ContactValues;
  withNotes?: boolean;
  onSave: (values: ContactValues) => Promise<unknown>;
  onCancel: () => void;
  /** Below a phone that somebody has: the way to them. */
  taken?: Taken;
  /** Above the buttons: what has to be settled before it can be saved. */
  unsettled?: (set: (field: keyof ContactValues, value: string) => void) => ReactNode;
};

/** Everything about a person that can be typed. */
export function ContactForm({ draft, initial, withNotes = false, onSave, onCancel, taken, unsettled }: Props) {
  const state = useContactForm({ draft, initial, onSave });
  const { form, failure } = state;
  return (
    <form className={classes.form} noValidate onSubmit={state.submit}>
      {state.wasKept && (
        <p className={classes.kept} role="status">
          Typed before and not saved yet.
          <Button variant="subtle" size="xs" onClick={state.discard}>
            Discard
          </Button>
        </p>
      )}
      <div className={classes.pair}>
        <TextInput label="First name" autoComplete="off" data-autofocus {...form.getInputProps('first_name')} />
        <TextInput label="Last name" autoComplete="off" {...form.getInputProps('last_name')} />
      </div>
      <PhoneFields state={state} taken={taken} />
      <TextInput label="Business" autoComplete="off" {...form.getInputProps('business_name')} />
      <TagsField {...form.getInputProps('tags')} />
      {withNotes && <Textarea label="Notes" {...form.getInputProps('notes')} />}
      <FormError error={failure === null ? null : new Error(`Not saved: ${failure} What you typed is kept.`)} />
      {unsettled?.((field, value) => form.setFieldValue(field, value))}
      <div className={classes.actions}>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={state.busy}>
          Save contact
        </Button>
      </div>
    </form>
  );
}

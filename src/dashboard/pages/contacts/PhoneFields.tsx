import '@mantine/core/styles/Combobox.layer.css';
import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import classes from './ContactForm.module.css';
import type { ContactFormState } from './useContactForm.ts';

type Props = {
  state: Pick<ContactFormState, 'form' | 'typed' | 'countries'>;
  taken: ((digits: string) => ReactNode) | undefined;
};

/** A number as people type it and the country it is read for, with what comes of it. */
export function PhoneFields({ state: { form, typed, countries }, taken }: Props) {
  const { country } = form.values;
  const choices = useMemo(() => countries?.() ?? [{ value: country, label: country }], [countries, country]);
  const { error, ...phone } = form.getInputProps('phone');
  const digits = typed && 'digits' in typed ? typed.digits : null;
  const isTaken = typeof error === 'string' && error.includes('taken') && digits !== null;
  return (
    <div className={classes.phone}>
      <TextInput
        label="Phone"
        type="tel"
        inputMode="tel"
        autoComplete="off"
        required
        description={!error && typed && 'reaches' in typed ? `Reaches ${typed.reaches}` : undefined}
        error={
          isTaken ? (
            <>
              {error} {taken?.(digits)}
            </>
          ) : (
            error
          )
        }
        {...phone}
      />
      <NativeSelect label="Country" data={choices} {...form.getInputProps('country')} />
    </div>
  );
}

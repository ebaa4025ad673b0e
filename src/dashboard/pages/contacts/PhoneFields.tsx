import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useDebounced } from '#dashboard/lib/useDebounced.ts';
import classes from './ContactForm.module.css';
import type { ContactFormState } from './useContactForm.ts';

/** The way to whoever has a number already, behind a sentence; nothing while nobody is known to. */
export type Taken = (digits: string, sentence: string) => ReactNode;

/** Nobody is looked up while the number is being typed. */
const REST_MS = 500;

type Props = {
  state: Pick<ContactFormState, 'form' | 'typed' | 'countries'>;
  taken: Taken | undefined;
};

/** A number as people type it and the country it is read for, with what comes of it. */
export function PhoneFields({ state: { form, typed, countries }, taken }: Props) {
  const { country } = form.values;
  const choices = useMemo(() => countries?.() ?? [{ value: country, label: country }], [countries, country]);
  const { error, ...phone } = form.getInputProps('phone');
  const digits = typed && 'digits' in typed ? typed.digits : null;
  const rested = useDebounced(digits, REST_MS);
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
        inputContainer={(field) => (
          <>
            {field}
            {!error && rested !== null && rested === digits && taken?.(digits, 'It is there already.')}
          </>
        )}
        error={
          isTaken ? (
            <>
              {error} {taken?.(digits, '')}
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

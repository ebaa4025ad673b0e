import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { usePhoneRules } from '#dashboard/lib/usePhoneRules.ts';
import { type PhoneText, useTypedPhone } from '#dashboard/lib/useTypedPhone.ts';
import classes from './PhoneEntry.module.css';

type Props = { value: PhoneText; onChange: (value: PhoneText) => void; error?: ReactNode };

/** A number as people type it and the country it is read for, with what comes of it. */
export function PhoneEntry({ value, onChange, error }: Props) {
  const { text, country } = value;
  const typed = useTypedPhone(value);
  const countries = usePhoneRules()?.countries;
  const choices = useMemo(() => countries?.() ?? [{ value: country, label: country }], [countries, country]);
  return (
    <div className={classes.phone}>
      <TextInput
        label="Phone"
        type="tel"
        inputMode="tel"
        autoComplete="off"
        required
        data-autofocus
        value={text}
        description={!error && typed && 'reaches' in typed ? `Reaches ${typed.reaches}` : undefined}
        error={error}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value, country })}
      />
      <NativeSelect
        label="Country"
        data={choices}
        value={country}
        onChange={({ currentTarget }) => onChange({ text, country: currentTarget.value })}
      />
    </div>
  );
}

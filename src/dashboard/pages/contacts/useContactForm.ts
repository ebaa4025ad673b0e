import { useForm } from '@mantine/form';
import { useState } from 'react';
import { fieldErrors } from '#dashboard/lib/fieldErrors.ts';
import { draftOf, keepDraft } from '#dashboard/lib/formDraft.ts';
import { usePhoneRules } from '#dashboard/lib/usePhoneRules.ts';
import { ContactValues, labels } from './contactValues.ts';

type Options = {
  /** Names what is kept of unsaved text: `contact-new`, `contact-7`. */
  draft: string;
  initial: ContactValues;
  /** Saves; what it throws is shown at the fields it names, and everything typed stays. */
  onSave: (values: ContactValues) => Promise<unknown>;
};

/** The state of a contact's form: what is typed, what the number means, and what came of saving. */
export function useContactForm({ draft, initial, onSave }: Options) {
  const [kept, setKept] = useState(() => ContactValues.safeParse(draftOf(draft)).data);
  const rules = usePhoneRules();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm<ContactValues>({
    initialValues: kept ?? initial,
    onValuesChange: (values) => keepDraft(draft, values),
    validate: {
      phone: (text, { country }) => {
        if (text.trim() === '') return 'Type a phone number.';
        const typed = rules?.typedPhone(text, country);
        return typed && 'problem' in typed ? typed.problem : null;
      },
    },
  });

  const save = async (values: ContactValues) => {
    setBusy(true);
    setFailure(null);
    try {
      await onSave(values);
      keepDraft(draft, null);
    } catch (error) {
      const { fields, rest } = fieldErrors(error instanceof Error ? error.message : 'No reason was given.', labels);
      form.setErrors(fields);
      setFailure(rest);
    } finally {
      setBusy(false);
    }
  };
  const discard = () => {
    form.setValues(initial);
    keepDraft(draft, null);
    setKept(undefined);
  };
  const { phone, country } = form.values;
  return {
    form,
    /** Null while no number is typed or the rules are not here yet. */
    typed: rules?.typedPhone(phone, country) ?? null,
    countries: rules?.countries,
    wasKept: kept !== undefined,
    discard,
    busy,
    failure,
    submit: form.onSubmit((values) => void save(values)),
  };
}

export type ContactFormState = ReturnType<typeof useContactForm>;

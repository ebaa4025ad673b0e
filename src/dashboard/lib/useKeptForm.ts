import { useState } from 'react';
import { z } from 'zod/mini';
import { fieldErrors } from './fieldErrors.ts';
import { draftOf, keepDraft } from './formDraft.ts';

type Options<Values> = {
  /** Names what is kept of unsaved text: `template-new`, `template-7`. */
  draft: string;
  schema: z.ZodMiniType<Values>;
  /** What the service has; shown until something is typed, and followed when it changes meanwhile. */
  initial: Values;
  /** How the service names the fields in its refusals. */
  labels: Readonly<Record<keyof Values & string, string>>;
  /** Problems that need no request to be found. */
  check?: (values: Values) => Partial<Record<keyof Values & string, string>>;
  /** Saves; what it throws is shown at the fields it names, and everything typed stays. */
  onSave: (values: Values) => Promise<unknown>;
};

/** A form whose unsaved text outlives everything but saving and discarding it. */
export function useKeptForm<Values extends Record<string, string | boolean>>(options: Options<Values>) {
  const { draft, schema, initial, labels, check, onSave } = options;
  const [typed, setTyped] = useState(() => keptIn(draft, schema));
  const [wasKept, setWasKept] = useState(typed !== null);
  const [errors, setErrors] = useState<Partial<Record<keyof Values & string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const values = typed?.values ?? initial;
  const served = JSON.stringify(initial);

  const put = (next: Values | null) => {
    const kept = next && JSON.stringify(next) !== served ? { values: next, base: typed?.base ?? served } : null;
    setTyped(kept);
    keepDraft(draft, kept);
  };
  const set = <Field extends keyof Values>(field: Field, value: Values[Field]) => {
    put({ ...values, [field]: value });
    setErrors(({ [field]: _corrected, ...rest }) => rest as typeof errors);
    setFailure(null);
  };
  const discard = () => {
    put(null);
    setWasKept(false);
    setErrors({});
    setFailure(null);
  };
  const save = async () => {
    const problems = check?.(values) ?? {};
    setErrors(problems);
    if (Object.keys(problems).length > 0 || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await onSave(values);
      discard();
    } catch (error) {
      const { fields, rest } = fieldErrors(error instanceof Error ? error.message : 'No reason was given.', labels);
      setErrors(fields);
      setFailure(rest);
    } finally {
      setBusy(false);
    }
  };
  const isOutdated = typed !== null && typed.base !== served;
  return { values, set, errors, failure, busy, save, discard, wasKept, isChanged: typed !== null, isOutdated };
}

function keptIn<Values>(draft: string, schema: z.ZodMiniType<Values>): { values: Values; base: string } | null {
  return z.object({ values: schema, base: z.string() }).safeParse(draftOf(draft)).data ?? null;
}

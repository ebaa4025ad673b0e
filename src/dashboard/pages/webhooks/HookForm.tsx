import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import type { WebHookInput } from '#contract/webHooks.ts';
import { session } from '#dashboard/api/session.ts';
import { fieldErrors } from '#dashboard/lib/fieldErrors.ts';
import { draftOf, keepDraft } from '#dashboard/lib/formDraft.ts';
import { hookAddressProblem, hookAddressWarning } from '#dashboard/lib/hookAddress.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import classes from './webhooks.module.css';

type Props = {
  /** Under which name what is typed survives. */
  draft: string;
  initial: string;
  /** The version can be chosen only while a hook is made. */
  version?: '1' | '2';
  onSave: (input: Pick<WebHookInput, 'url' | 'version'>) => Promise<unknown>;
  onCancel: () => void;
};

type FormProps = Pick<Props, 'draft' | 'initial' | 'version' | 'onSave'>;

function useHookForm({ draft, initial, version: fixed, onSave }: FormProps) {
  const { data: current } = useQuery(session.current());
  const [url, setUrl] = useState(() => draftOf<string>(draft) ?? initial);
  const [version, setVersion] = useState<'1' | '2'>(fixed ?? '2');
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);

  const type = (value: string) => {
    setUrl(value);
    keepDraft(draft, value || null);
    setProblem(null);
    setRefusal(null);
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const wrong = hookAddressProblem(url, { loopback: current?.embedded ?? false });
    setProblem(wrong);
    if (wrong || busy) return;
    setBusy(true);
    try {
      await onSave({ url: url.trim(), version });
      keepDraft(draft, null);
    } catch (error) {
      setRefusal(error instanceof Error ? error : new Error('Unknown reason'));
      setBusy(false);
    }
  };
  return { url, type, version, setVersion, problem, refusal, busy, submit };
}

/** Where a hook posts to. Says what is wrong with an address before the service has to. */
export function HookForm({ onCancel, ...props }: Props) {
  const { url, type, version, setVersion, problem, refusal, busy, submit } = useHookForm(props);
  const { fields, rest } = fieldErrors(refusal?.message ?? '', { url: 'Url' });
  return (
    <form className={classes.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextInput
        className={classes.mono}
        label="Address"
        type="url"
        inputMode="url"
        required
        data-autofocus
        autoComplete="off"
        placeholder="https://example.com/textus"
        description={hookAddressWarning(url) ?? 'Every text that is sent or received is posted here as JSON.'}
        value={url}
        error={problem ?? fields.url}
        onChange={({ currentTarget: { value } }) => type(value)}
      />
      {props.version === undefined && (
        <NativeSelect
          label="Version"
          value={version}
          data={[
            { value: '2', label: '2: signed, with the whole message' },
            { value: '1', label: '1: unsigned, for old receivers' },
          ]}
          onChange={({ currentTarget: { value } }) => setVersion(value === '1' ? '1' : '2')}
        />
      )}
      <Versions />
      <FormError error={refusal && rest ? new Error(`Not saved: ${rest} What you typed is kept.`) : null} />
      <div className={classes.actions}>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={busy}>
          Save webhook
        </Button>
      </div>
    </form>
  );
}

/** What the two versions mean; the choice can’t be changed later. */
const Versions = () => (
  <dl className={classes.versions}>
    <dt>Version 2</dt>
    <dd>
      Every delivery carries the header X-TextUs-Signature, so that your receiver knows who calls. The body holds
      timestamp, web_hook and message.
    </dd>
    <dt>Version 1</dt>
    <dd>
      No signature: anybody who knows the address can post to it. Take it as a hint only. It can’t be changed later.
    </dd>
  </dl>
);

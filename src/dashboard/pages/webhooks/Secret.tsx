import { IconCopy, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { secretOf } from '#dashboard/api/webHooks.ts';
import { alertThat, notify } from '#dashboard/lib/later.ts';
import classes from './webhooks.module.css';
import { Button } from '#dashboard/ui/Button.tsx';

type ButtonProps = { id: number; shown: boolean; onSecret: (secret: string | null) => void };

/** Fetches the secret when somebody asks for it; it is forgotten with the page. */
export function SecretButton({ id, shown, onSecret }: ButtonProps) {
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    try {
      onSecret(await secretOf(id));
    } catch (error) {
      alertThat(`The secret can’t be shown: ${error instanceof Error ? error.message : 'unknown reason'}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="subtle"
      leftSection={<IconKey aria-hidden />}
      loading={busy}
      onClick={() => (shown ? onSecret(null) : void ask())}
    >
      {shown ? 'Hide secret' : 'Secret'}
    </Button>
  );
}

/** The secret, while it is asked for. */
export function Secret({ secret, onHide }: { secret: string; onHide: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    notify('Secret copied');
  };
  return (
    <div className={classes.secret}>
      <span>Secret</span>
      <code>{secret}</code>
      <span className={classes.space} />
      <Button size="xs" leftSection={<IconCopy aria-hidden />} onClick={() => void copy()}>
        Copy
      </Button>
      <Button size="xs" variant="subtle" onClick={onHide}>
        Hide
      </Button>
    </div>
  );
}

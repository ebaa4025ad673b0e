import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clearDevice, storedHere } from '#dashboard/lib/storedHere.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { Confirm } from '#dashboard/ui/Confirm.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import classes from './settings.module.css';

/** What this browser keeps for Switchboard, and the way to be rid of it. */
export function DeviceStorage() {
  const { data } = useQuery({ queryKey: ['stored here'], queryFn: storedHere, staleTime: 0 });
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const clear = async () => {
    try {
      await clearDevice();
      location.reload();
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error('The browser refused'));
    }
  };
  return (
    <>
      <p>
        Drafts, half-filled forms, jobs and texts that have not gone out are kept in this browser, so that nothing typed
        is lost; signing out leaves them for you. Passwords, API keys and secrets never are.
      </p>
      <table className={classes.stored} aria-label="Stored on this device">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Entries</th>
          </tr>
        </thead>
        <tbody>
          {data?.map(({ what, entries }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className="figures">{count(entries)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button data-danger onClick={() => setAsking(true)}>
        Clear this device
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="Clear what this device keeps?"
        action="Clear this device"
        error={<FormError error={error} />}
        onConfirm={() => void clear()}
      >
        Drafts, half-filled forms, unfinished jobs and texts that have not gone out are lost, and the settings of this
        page. What the service has stays: contacts, texts, broadcasts.
      </Confirm>
    </>
  );
}

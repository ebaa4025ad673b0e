import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import { Switch } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { alerts, canNotify, onAlerts, setAlerts } from '#dashboard/lib/alerts.ts';

/** How this device tells of a text that comes in while no tab of Switchboard is in sight. */
export function AlertSettings() {
  const chosen = useSyncExternalStore(onAlerts, alerts);
  const [refused, setRefused] = useState(!canNotify());
  const askToNotify = async (notify: boolean) => {
    const { notify: allowed } = await setAlerts({ ...alerts(), notify });
    setRefused(notify && !allowed);
  };
  return (
    <>
      <Switch
        label="Show a notification"
        description={
          refused
            ? 'This browser does not allow notifications from here. Allow them in its settings for this site.'
            : 'Only while no tab of Switchboard is in sight.'
        }
        checked={chosen.notify}
        onChange={({ currentTarget: { checked } }) => void askToNotify(checked)}
      />
      <Switch
        label="Play a sound"
        checked={chosen.sound}
        onChange={({ currentTarget: { checked } }) => void setAlerts({ ...alerts(), sound: checked })}
      />
    </>
  );
}

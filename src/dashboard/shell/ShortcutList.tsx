import { Kbd, Modal } from '@mantine/core';
import '#dashboard/ui/overlays.ts';
import '@mantine/core/styles/Kbd.layer.css';
import { Fragment } from 'react';
import { useShortcuts } from '#dashboard/lib/useShortcut.ts';
import classes from './ShortcutList.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `Ctrl` `K` of `mod+k`, `G` `I` of `g i`. */
const keysOf = (keys: string) =>
  keys.split(/[ +]/).map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    return key.length === 1 ? key.toUpperCase() : key;
  });

/** The keys that work on this page. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const shortcuts = new Map(useShortcuts().map(({ keys, label }) => [keys, label]));
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
      <dl className={classes.list}>
        {[...shortcuts].map(([keys, label]) => (
          <Fragment key={keys}>
            <dt>{label}</dt>
            <dd>
              {keysOf(keys).map((key, index) => (
                <Kbd key={index}>{key}</Kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}

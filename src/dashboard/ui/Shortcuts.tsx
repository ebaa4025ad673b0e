import { Fragment } from 'react';
import { everyShortcut } from '#dashboard/lib/shortcuts.ts';
import { useShortcuts } from '#dashboard/lib/useShortcut.ts';
import classes from './Shortcuts.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `Ctrl` `K` of `mod+k`, `G` `I` of `g i`. */
const keysOf = (keys: string) =>
  keys.split(/[ +]/).map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    return key.length === 1 ? key.toUpperCase() : key;
  });

/** The keys that work everywhere, and those of each kind of page. */
export function Shortcuts() {
  return everyShortcut(useShortcuts()).map(({ where, shortcuts }) => (
    <section key={where} className={classes.group} aria-label={where}>
      <h3 className={classes.where}>{where}</h3>
      <dl className={classes.list}>
        {shortcuts.map(({ keys, label }) => (
          <Fragment key={keys + label}>
            <dt>{label}</dt>
            <dd>
              {keysOf(keys).map((key, index) => (
                <kbd key={index} className="kbd">
                  {key}
                </kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  ));
}

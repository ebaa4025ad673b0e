import { useNavigate } from 'react-router';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { everyPlace } from './places.ts';

/** `g` and a letter go to each place. */
export function usePlaceShortcuts(): void {
  const navigate = useNavigate();
  for (const { key, label, path } of everyPlace) {
    // The list of places never changes, so neither does the order of the hooks.
    // oxlint-disable-next-line react/rules-of-hooks
    useShortcut(`g ${key}`, `Go to ${label}`, () => void navigate(path));
  }
}

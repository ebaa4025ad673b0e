import { useMemo, useState } from 'react';

/** The columns that somebody may show or hide, in their order, and whether they are shown at first. The name stays. */
export const columnChoices = [
  { key: 'phone', label: 'Phone', atFirst: true },
  { key: 'business', label: 'Business', atFirst: true },
  { key: 'tags', label: 'Tags', atFirst: true },
  { key: 'notes', label: 'Notes', atFirst: false },
  { key: 'type', label: 'Type', atFirst: false },
  { key: 'country', label: 'Country', atFirst: false },
  { key: 'changed', label: 'Changed', atFirst: false },
  { key: 'added', label: 'Added', atFirst: true },
  { key: 'texting', label: 'Texting', atFirst: true },
] as const;
type ColumnKey = (typeof columnChoices)[number]['key'];

const KEPT = 'switchboard-contact-columns';

/** Shown although hidden at first, or the other way round: so that columns of a later version appear as they should. */
function turned(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.map(String) : []);
  } catch {
    return new Set(); // no storage here, or not what we wrote
  }
}

function keep(keys: ReadonlySet<string>) {
  try {
    if (keys.size === 0) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify([...keys]));
  } catch {
    // Without storage it holds for as long as the page lives.
  }
}

/** Which columns the table of contacts shows; kept on this device. */
export function useShownColumns() {
  const [others, setOthers] = useState(turned);
  const shown = useMemo(
    () => new Set(columnChoices.filter(({ key, atFirst }) => others.has(key) !== atFirst).map(({ key }) => key)),
    [others],
  );
  const set = (next: ReadonlySet<string>) => {
    keep(next);
    setOthers(next);
  };
  return {
    shown,
    isAtFirst: others.size === 0,
    turn: (key: ColumnKey) =>
      set(new Set(others.has(key) ? [...others].filter((each) => each !== key) : [...others, key])),
    reset: () => set(new Set()),
  };
}
export type ShownColumns = ReturnType<typeof useShownColumns>;

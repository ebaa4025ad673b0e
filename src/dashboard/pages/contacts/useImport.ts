import { useEffect, useRef, useState } from 'react';
import { currentBudget } from '#dashboard/api/budget.ts';
import { whoExists } from '#dashboard/api/whoExists.ts';
import { available } from '#dashboard/jobs/pace.ts';
import type { Mapping } from '#dashboard/lib/importMapping.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import type { Counts, ImportFile, Read } from './importFile.ts';

/** How far the rows were compared with the contacts that exist. */
export type Check =
  | { state: 'none' }
  | { state: 'reading'; done: number; of: number }
  /** `exist` null: it was not found out, and `note` says why. */
  | { state: 'over'; exist: number | null; note: string };

const NONE: Check = { state: 'none' };

/** What a file is read as, and what its rows come to. */
export function useImport(file: ImportFile, first: Read) {
  const [read, setRead] = useState(first);
  const [mapping, setMapping] = useState<Mapping>(first.mapping);
  const [country, setCountry] = useState('US');
  const [counts, setCounts] = useState<Counts | null>(null);
  const [check, setCheck] = useState<Check>(NONE);
  const end = useRef(new AbortController());

  useEffect(() => {
    let gone = false;
    const prepare = async () => {
      const next = await file.ask({ what: 'prepare', mapping, country });
      if (!gone) setCounts(next);
    };
    void prepare();
    return () => {
      gone = true;
    };
  }, [file, read, mapping, country]);
  useEffect(() => () => end.current.abort(), []);

  /** Something changed: what was found out no longer holds. */
  const anew = () => {
    setCounts(null);
    setCheck(NONE);
    end.current.abort();
    end.current = new AbortController();
  };
  const runCheck = async () => {
    const { signal } = end.current;
    setCheck({ state: 'reading', done: 0, of: 1 });
    const found = await compare(file, signal, (progress) => setCheck({ state: 'reading', ...progress }));
    if (!signal.aborted) setCheck(found);
  };
  return {
    read,
    mapping,
    country,
    counts,
    check,
    runCheck,
    setMapping: (next: Mapping) => {
      anew();
      setMapping(next);
    },
    setCountry: (next: string) => {
      anew();
      setCountry(next);
    },
    setHasHeader: async (hasHeader: boolean) => {
      anew();
      const next = await file.ask({ what: 'read', hasHeader });
      setMapping(next.mapping);
      setRead(next);
    },
  };
}

const allowed = () => available(currentBudget(), Date.now());

/** Finds out which rows are contacts already, as far as the requests of this hour go. */
async function compare(
  file: ImportFile,
  signal: AbortSignal,
  onProgress: (progress: { done: number; of: number }) => void,
): Promise<Check> {
  const later = 'Who exists already is found out row by row during the import.';
  try {
    const phones = await file.ask({ what: 'phones' });
    const found = await whoExists(phones, { signal, allowed, onProgress });
    if ('needs' in found) {
      const note = `To compare takes ${plural(found.needs, 'request')}, more than are left now. ${later}`;
      return { state: 'over', exist: null, note };
    }
    const { exist } = await file.ask({ what: 'mark', contacts: found.contacts });
    return { state: 'over', exist, note: '' };
  } catch (error) {
    return { state: 'over', exist: null, note: `${error instanceof Error ? error.message : ''} ${later}`.trim() };
  }
}

export type ImportState = ReturnType<typeof useImport>;

import { useEffect, useState } from 'react';

type Rules = typeof import('./phoneTyped.ts');

let loaded: Rules | undefined;

/**
 * The rules of every country's numbers, loaded when a form asks for the first time; undefined until they are here, null
 * where they can't be had.
 */
export function usePhoneRules(): Rules | null | undefined {
  const [rules, setRules] = useState<Rules | null | undefined>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    let gone = false;
    import('./phoneTyped.ts').then(
      (module) => {
        loaded = module;
        if (!gone) setRules(module);
      },
      // The service reads the number anyway. Another form tries again.
      () => !gone && setRules(null),
    );
    return () => {
      gone = true;
    };
  }, []);
  return rules;
}

import { useEffect, useState } from 'react';

type Rules = typeof import('./phoneTyped.ts');

let loaded: Rules | undefined;

/** The rules of every country's numbers, loaded when a form asks for the first time; undefined until they are here. */
export function usePhoneRules(): Rules | undefined {
  const [rules, setRules] = useState(() => loaded);
  useEffect(() => {
    if (loaded) return;
    let gone = false;
    import('./phoneTyped.ts').then(
      (module) => {
        loaded = module;
        if (!gone) setRules(module);
      },
      () => undefined, // the service reads the number anyway
    );
    return () => {
      gone = true;
    };
  }, []);
  return rules;
}

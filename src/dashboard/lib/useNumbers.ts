import { useEffect, useState } from 'react';
import { type Numbers, numbersIn } from './numbersIn.ts';
import { decoded } from './readText.ts';
import { usePhoneRules } from './usePhoneRules.ts';

/** More than any list of numbers needs; beyond it a browser runs out of memory. */
const MOST_BYTES = 50_000_000;
const PAUSE = 200;

/** Numbers pasted or read from a file, and what was found in them. */
export function useNumbers(country = 'US') {
  const rules = usePhoneRules();
  const [text, setText] = useState('');
  const [file, setFile] = useState<string | null>(null);
  const [result, setResult] = useState<{ of: string; found: Numbers }>();
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!rules || text.trim() === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      void numbersIn(text, country, rules.typedPhone).then((found) => !gone && setResult({ of: text, found }));
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [rules, text, country]);

  const onFile = async (chosen: File | null) => {
    setProblem(null);
    setFile(null);
    setText('');
    if (!chosen) return;
    if (chosen.size === 0) return setProblem(`${chosen.name} is empty.`);
    if (chosen.size > MOST_BYTES)
      return setProblem(`${chosen.name} is too large: a list of numbers has at most 50 MB.`);
    try {
      const content = decoded(new Uint8Array(await chosen.arrayBuffer()));
      if (content.includes('\0')) return setProblem(`${chosen.name} is no text file. Save the sheet as CSV first.`);
      setFile(chosen.name);
      setText(content);
    } catch {
      setProblem(`${chosen.name} could not be read.`);
    }
  };
  const found = text.trim() !== '' && result?.of === text ? result.found : undefined;
  return {
    found,
    problem,
    field: {
      text: file === null ? text : '',
      onText: (next: string) => {
        setProblem(null);
        setText(next);
      },
      file,
      onFile: (chosen: File | null) => void onFile(chosen),
      found,
      reading: text.trim() !== '' && !found,
    },
  };
}

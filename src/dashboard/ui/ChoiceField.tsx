import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';

type Choice = { value: string; label: string };

type Props = {
  label: string;
  placeholder?: string;
  value: string | null;
  /** What is offered for what was typed last; the service searches, not this field. */
  choices: readonly Choice[];
  /** What stands where no choice does. */
  nothing: string;
  onSearch: (words: string) => void;
  onChoose: (value: string) => void;
};

const PAUSE = 250;

/** One thing out of many that only the service knows all of: typing searches, 250 ms after the last key. */
export function ChoiceField({ label, placeholder, value, choices, nothing, onSearch, onChoose }: Props) {
  const chosen = choices.find((choice) => choice.value === value)?.label ?? '';
  const [typed, setTyped] = useState('');
  const words = typed === chosen ? '' : typed.trim();
  useEffect(() => {
    const timer = setTimeout(() => onSearch(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words, onSearch]);
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      allowDeselect={false}
      autoComplete="off"
      data={choices}
      filter={({ options }) => options}
      nothingFoundMessage={nothing}
      value={value}
      onSearchChange={setTyped}
      onChange={(next) => next !== null && onChoose(next)}
    />
  );
}

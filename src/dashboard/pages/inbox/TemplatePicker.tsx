import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { fillMergeFields, type MergeContact } from '#contract/mergeFields.ts';
import type { MessageTemplate } from '#contract/messageTemplates.ts';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { byLastUse, noteTemplateUsed, useTemplatesUsed } from '#dashboard/lib/templatesUsed.ts';
import classes from './ComposerPanel.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { useFocusFirst } from './useFocusFirst.ts';

type Props = { contact: MergeContact | undefined; onPick: (content: string) => void };

const finds = (words: string) => (template: MessageTemplate) =>
  `${template.title}\n${template.content}`.toLowerCase().includes(words.trim().toLowerCase());

/** Templates by their words, those used last first; arrows move, Enter inserts. */
export function TemplatePicker({ contact, onPick }: Props) {
  const { data, error, refetch } = useQuery(messageTemplates.picker());
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const field = useFocusFirst<HTMLInputElement>();
  const used = useTemplatesUsed();
  const found = byLastUse(data?.items.filter(finds(words)) ?? [], used);
  const pick = ({ id, content }: MessageTemplate) => {
    noteTemplateUsed(id);
    onPick(content);
  };
  const index = Math.min(active, Math.max(found.length - 1, 0));
  const current = found[index];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(index + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(index - 1, 0));
    else if (event.key === 'Enter' && current) pick(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        ref={field}
        className={classes.search ?? ''}
        aria-label="Search templates"
        placeholder="Search templates"
        role="combobox"
        aria-expanded
        aria-controls="template-options"
        aria-activedescendant={current && `template-${current.id}`}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error && (
        <p className={classes.hint}>
          Templates could not be loaded. {error.message}{' '}
          <PlainButton onClick={() => void refetch()}>Try again</PlainButton>
        </p>
      )}
      <Options found={found} index={index} contact={contact} onPick={pick} />
      {data && found.length === 0 && (
        <p className={classes.hint}>{data.items.length === 0 ? 'No templates yet.' : 'No template has these words.'}</p>
      )}
    </>
  );
}

type OptionsProps = Pick<Props, 'contact'> & {
  found: MessageTemplate[];
  index: number;
  onPick: (template: MessageTemplate) => void;
};

function Options({ found, index, contact, onPick }: OptionsProps) {
  return (
    <div id="template-options" role="listbox" aria-label="Templates">
      {found.map((template, at) => (
        <PlainButton
          key={template.id}
          id={`template-${template.id}`}
          className={classes.option}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          data-active={at === index || undefined}
          ref={(option) => {
            if (at === index) option?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => onPick(template)}
        >
          <bdi className={classes.title}>{template.title}</bdi>
          <span className={classes.sample} dir="auto">
            {contact ? fillMergeFields(template.content, contact) : template.content}
          </span>
        </PlainButton>
      ))}
    </div>
  );
}

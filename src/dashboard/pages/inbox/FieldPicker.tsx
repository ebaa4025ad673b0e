import { UnstyledButton } from '@mantine/core';
import { type MergeContact } from '#contract/mergeFields.ts';
import { mergeFields } from '#dashboard/lib/mergeFields.ts';
import classes from './ComposerPanel.module.css';

type Props = { contact: MergeContact | undefined; onPick: (tag: string) => void };

/** The fields, each with what it is for this contact. */
export function FieldPicker({ contact, onPick }: Props) {
  return (
    <ul>
      {mergeFields.map(({ name, label, tag }, index) => (
        <li key={name}>
          <UnstyledButton
            className={`${classes.option} ${classes.choice}`}
            data-autofocus={index === 0 || undefined}
            autoFocus={index === 0}
            onClick={() => onPick(tag)}
          >
            <span>{label}</span>
            <span>{contact?.[name] ? <bdi>{contact[name]}</bdi> : 'nothing'}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

import type { MergeContact } from '#contract/mergeFields.ts';
import { mergeFields } from '#dashboard/lib/mergeFields.ts';
import classes from './ComposerPanel.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { useFocusFirst } from './useFocusFirst.ts';

type Props = { contact: MergeContact | undefined; onPick: (tag: string) => void };

/** The fields, each with what it is for this contact. */
export function FieldPicker({ contact, onPick }: Props) {
  const first = useFocusFirst<HTMLButtonElement>();
  return (
    <ul>
      {mergeFields.map(({ name, label, tag }, index) => (
        <li key={name}>
          <PlainButton
            className={`${classes.option} ${classes.choice}`}
            ref={index === 0 ? first : undefined}
            onClick={() => onPick(tag)}
          >
            <span>{label}</span>
            <span>{contact?.[name] ? <bdi>{contact[name]}</bdi> : 'nothing'}</span>
          </PlainButton>
        </li>
      ))}
    </ul>
  );
}

import '@mantine/core/styles/Input.layer.css';
import { Input } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { limits } from '#contract/common.ts';
import { insertAt } from '#dashboard/lib/insertAt.ts';
import { mergeFields } from '#dashboard/lib/mergeFields.ts';
import { fieldsIn, stretchesOf, unknownFields } from '#dashboard/lib/fieldsUnknown.ts';
import { FieldNotes } from './FieldNotes.tsx';
import classes from './MergeTextarea.module.css';
import { PlainButton } from './PlainButton.tsx';

type Props = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: ReactNode;
  readOnly?: boolean;
  /** Fields are not filled in here: whatever looks like one goes out as typed. */
  noFields?: boolean;
  placeholder?: string;
  /** Below the text, at the right: what it will cost. */
  meter?: ReactNode;
  /** Ctrl or ⌘ Enter. */
  onSubmit?: () => void;
};

/** A text with merge fields: buttons put them in, those that nobody knows are underlined and explained. */
export function MergeTextarea({
  label,
  value,
  onChange,
  error,
  readOnly = false,
  noFields = false,
  placeholder,
  meter,
  onSubmit,
}: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const unknown = noFields ? fieldsIn(value) : unknownFields(value);
  const insert = (tag: string) => {
    if (!field.current) return;
    insertAt(field.current, tag, onChange);
    field.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <Input.Wrapper label={label} error={error} labelProps={{ htmlFor: id }} errorProps={{ id: `${id}-error` }}>
      <div className={classes.box} data-error={error ? true : undefined} data-read-only={readOnly || undefined}>
        <div className={classes.stack}>
          <Underlines text={value} noFields={noFields} />
          <textarea
            ref={field}
            id={id}
            className={classes.field}
            dir="auto"
            maxLength={limits.messageLength}
            readOnly={readOnly}
            placeholder={placeholder}
            aria-invalid={error ? true : undefined}
            aria-describedby={[error && `${id}-error`, unknown.length > 0 && `${id}-unknown`].filter(Boolean).join(' ')}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className={classes.foot}>
          {!readOnly && !noFields && <FieldButtons onPick={insert} />}
          {meter}
        </div>
      </div>
      <FieldNotes
        id={`${id}-unknown`}
        tags={unknown}
        noFields={noFields}
        onReplace={readOnly ? undefined : (tag, meant) => onChange(value.replaceAll(tag, meant))}
      />
    </Input.Wrapper>
  );
}

/** Lies under the text, letter on letter, and carries the lines; it also gives the field its height. */
const Underlines = ({ text, noFields }: { text: string; noFields: boolean }) => (
  <div className={classes.mirror} dir="auto" aria-hidden>
    {stretchesOf(text).map((stretch, index) =>
      stretch.known || stretch.unknown ? (
        <span key={index} className={stretch.known && !noFields ? classes.known : classes.unknown}>
          {stretch.text}
        </span>
      ) : (
        stretch.text
      ),
    )}
    {'\u200b'}
  </div>
);

const FieldButtons = ({ onPick }: { onPick: (tag: string) => void }) => (
  <div className={classes.fields} role="group" aria-label="Insert merge field">
    <span aria-hidden>Insert</span>
    {mergeFields.map(({ name, label, tag }) => (
      <PlainButton key={name} className={classes.insert} onClick={() => onPick(tag)}>
        {label}
      </PlainButton>
    ))}
  </div>
);

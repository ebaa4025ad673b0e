import { Fragment } from 'react';
import type { MergeContact } from '#contract/mergeFields.ts';
import { partsOf } from '#dashboard/lib/mergeFields.ts';
import classes from './TextPreview.module.css';

type Props = {
  text: string;
  contact: MergeContact;
  signature?: string | null;
  /** What it is called to assistive technology. */
  label?: string;
  /** They wrote it, not we. */
  inbound?: boolean;
};

/** A text as a bubble, as one contact will read it: values filled in, what is missing marked, the signature below. */
export function TextPreview({ text, contact, signature, label = 'As they will read it', inbound = false }: Props) {
  return (
    <div className={classes.bubble} data-inbound={inbound || undefined} role="group" aria-label={label} dir="auto">
      {partsOf(text, contact).map(({ text: typed, field }, index) => {
        if (!field) return <Fragment key={index}>{typed}</Fragment>;
        if (field.value !== '') return <b key={index}>{field.value}</b>;
        return (
          <span key={index} className={classes.missing} title={`No ${field.label.toLowerCase()}`}>
            {' '}
            <span className="visually-hidden">no {field.label.toLowerCase()}</span>
          </span>
        );
      })}
      {signature && text.trim() !== '' && <span className={classes.signature}>{`\n${signature}`}</span>}
    </div>
  );
}

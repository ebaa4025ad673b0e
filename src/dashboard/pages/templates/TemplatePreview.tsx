import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { mergeFields, partsOf } from '#dashboard/lib/mergeFields.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { ChoiceField } from '#dashboard/ui/ChoiceField.tsx';
import { TextPreview } from '#dashboard/ui/TextPreview.tsx';
import classes from './TemplateForm.module.css';
import { FEW, type Previewed } from './usePreviewed.ts';

type Props = { text: string; previewed: Previewed; onContact: (id: number) => void };

const nobody = { first_name: null, last_name: null, business_name: null };

/** The text as a real contact will read it. */
export function TemplatePreview({ text, previewed: { contact, signature }, onContact }: Props) {
  const [words, setWords] = useState('');
  const found = useQuery(contacts.list({ ...(words && { q: words }), per_page: FEW }));
  const items = found.data?.items ?? [];
  // Whoever is chosen stays among the choices, so that the field can show their name.
  const choices = contact && words === '' ? [contact, ...items.filter(({ id }) => id !== contact.id)] : items;
  const missing = partsOf(text, contact ?? nobody).flatMap(({ field }) => (field?.value === '' ? [field.label] : []));
  return (
    <aside className={classes.preview} aria-label="Preview">
      <ChoiceField
        label="Preview as"
        placeholder="Name or number"
        value={contact ? String(contact.id) : null}
        choices={choices.map(toChoice)}
        nothing={found.isFetching ? 'Searching…' : 'Nobody matches.'}
        onSearch={setWords}
        onChoose={(id) => onContact(Number(id))}
      />
      {text.trim() === '' ? (
        <p className={classes.hint}>What you write appears here as they will read it.</p>
      ) : (
        <TextPreview text={text} contact={contact ?? nobody} signature={signature} />
      )}
      {missing.length > 0 && (
        <p className={classes.missing}>
          {contact ? nameOf(contact) : 'Nobody'} has no {[...new Set(missing)].join(', ').toLowerCase()}. It is left
          out.
        </p>
      )}
      <dl className={classes.facts}>
        {mergeFields.map(({ name, label }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{contact?.[name] ? <bdi>{contact[name]}</bdi> : '–'}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

const nameOf = (contact: Contact) => personName(contact) || (northAmerican(contact.phone) ?? `+${contact.phone}`);
const toChoice = (contact: Contact) => ({ value: String(contact.id), label: nameOf(contact) });

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Contact, ContactChange } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { draftOf, keepDraft } from '#dashboard/lib/formDraft.ts';
import { notify } from '#dashboard/lib/later.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { threeWay } from '#dashboard/lib/threeWay.ts';
import { ContactValues, labels, textOrNull, valuesOf } from './contactValues.ts';

type FieldName = keyof ContactValues;
/** A field that somebody else changed as well, and to what. */
export type Clash = { field: FieldName; theirs: string };

/**
 * Saves what was changed since the form was opened. Whatever others changed meanwhile is looked up first: other fields
 * keep their values, and where both changed the same one nothing is saved until somebody has chosen.
 */
export function useCarefulSave(contact: Contact, phone: string) {
  const cache = useQueryClient();
  const { mutateAsync } = useMutation(contacts.save(contact.id));
  // Events renew `contact` while the form is open; what matters is what it was when the form was filled.
  const [opened] = useState(contact);
  // What was typed before a reload started from what was kept with it, not from what is there now.
  const [base, setBase] = useState(() => keptBase(contact.id) ?? valuesOf(contact, phone));
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  useEffect(() => keepDraft(baseName(contact.id), base), [contact.id, base]);
  useEffect(
    () => () => {
      // Of no use without what was typed.
      if (draftOf(`contact-${contact.id}`) === null) keepDraft(baseName(contact.id), null);
    },
    [contact.id],
  );

  const save = async (mine: ContactValues) => {
    const now = await cache.fetchQuery({ ...contacts.detail(opened.id), staleTime: 0 });
    const shown = now.phone === opened.phone ? phone : (northAmerican(now.phone) ?? `+${now.phone}`);
    const theirs = valuesOf(now, shown);
    const { change, conflicts, theirs: others } = threeWay(base, mine, theirs);
    if (conflicts.length > 0) {
      setClashes(conflicts.map((field) => ({ field, theirs: String(theirs[field]) })));
      throw new Error('Somebody else has changed the same meanwhile. Choose below what is to stay, then save again.');
    }
    if (Object.keys(change).length > 0) await mutateAsync(bodyOf(change));
    const kept = others.filter((field) => !(field in change));
    if (kept.length > 0)
      notify(`Saved. Changed by somebody else meanwhile, and kept: ${kept.map((field) => labels[field]).join(', ')}`);
  };
  /** Mine is to replace theirs, or theirs stays: either way theirs is what the next comparison starts from. */
  const settle = ({ field, theirs }: Clash) => {
    setBase({ ...base, [field]: theirs });
    setClashes(clashes.filter((clash) => clash.field !== field));
  };
  return { base, clashes, save, settle };
}

const baseName = (id: number) => `contact-${id}-base`;
const keptBase = (id: number) =>
  draftOf(`contact-${id}`) === null ? undefined : ContactValues.safeParse(draftOf(baseName(id))).data;

/** What is sent: an emptied field clears it. */
function bodyOf({ phone, country, tags, ...texts }: Partial<ContactValues>): ContactChange {
  const cleared = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, textOrNull(text)]));
  return {
    ...(phone !== undefined && { phone }),
    ...(country !== undefined && { country }),
    ...(tags && { tags }),
    ...cleared,
  };
}

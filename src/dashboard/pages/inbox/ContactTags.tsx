import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { limits } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { changeContact } from '#dashboard/api/changeContact.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { TagChip } from '#dashboard/ui/TagChip.tsx';
import classes from './ContactPane.module.css';
import { useFocusFirst } from './useFocusFirst.ts';

/** Tags, added and taken off where they stand. */
export function ContactTags({ contact: { id, tags } }: { contact: Contact }) {
  const [adding, setAdding] = useState(false);
  const put = (all: readonly string[], tag: string) => ({ tags: [...all.filter((other) => other !== tag), tag] });
  const take = (all: readonly string[], tag: string) => ({ tags: all.filter((other) => other !== tag) });
  const add = (tag: string) => {
    if (!tag || tags.includes(tag)) return;
    void changeContact({ id }, { to: put(tags, tag), back: (now) => take(now.tags, tag), said: `Tag “${tag}” added` });
  };
  const remove = (tag: string) =>
    changeContact({ id }, { to: take(tags, tag), back: (now) => put(now.tags, tag), said: `Tag “${tag}” removed` });
  return (
    <div className={classes.section}>
      <h3 className={classes.heading}>
        Tags
        <IconButton size="sm" aria-label="Add tag" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          <IconPlus aria-hidden />
        </IconButton>
      </h3>
      <div className={classes.tags}>
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag} onRemove={() => void remove(tag)} />
        ))}
      </div>
      {adding && <NewTag onAdd={add} onClose={() => setAdding(false)} />}
    </div>
  );
}

function NewTag({ onAdd, onClose }: { onAdd: (tag: string) => void; onClose: () => void }) {
  const field = useFocusFirst<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const add = () => {
    onAdd(typed.trim());
    setTyped('');
  };
  return (
    <TextInput
      ref={field}
      className={classes.tagField ?? ''}
      aria-label="New tag"
      placeholder="New tag, then Enter"
      maxLength={limits.tagLength}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') add();
        if (event.key === 'Escape') onClose();
      }}
      onBlur={() => {
        add();
        onClose();
      }}
    />
  );
}

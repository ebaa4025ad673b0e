import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { Autocomplete, Modal } from '@mantine/core';
import '#dashboard/ui/overlays.ts';
import { useState } from 'react';
import { limits } from '#contract/common.ts';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { notify } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { Form } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { Meaning } from './Meaning.tsx';

/** What is to become of which tags. */
export type Retagged = { what: 'rename' | 'merge' | 'remove'; from: readonly string[] };

type Props = Retagged & { all: readonly string[]; onClose: () => void };

/** Another name for a tag, one for several, or none: a job over the people who carry them. */
export function Retag({ what, from, all, onClose }: Props) {
  const [name, setName] = useState(from[0] ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const { doing, action, title } = words[what];
  const to = what === 'remove' ? null : name.trim();
  const submit = async () => {
    const wrong = to === null ? null : problemOf(to, from);
    setProblem(wrong);
    if (wrong) return;
    try {
      notify(`${await start({ from, to, doing })}. You can go on meanwhile.`);
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error('It could not be begun.'));
    }
  };
  return (
    <Modal opened onClose={onClose} title={title(named(from))} withCloseButton={false}>
      <Form action={action} danger={what === 'remove'} busy={false} onSubmit={() => void submit()} onCancel={onClose}>
        {to !== null && (
          <Autocomplete
            label={what === 'merge' ? 'They become' : 'New name'}
            data-autofocus
            openOnFocus={false}
            data={[...all]}
            maxLength={limits.tagLength}
            value={name}
            error={problem}
            onChange={(next) => {
              setName(next);
              setProblem(null);
            }}
          />
        )}
        <Meaning from={from} to={to} all={all} />
        <FormError error={failure} />
      </Form>
    </Modal>
  );
}

/** Begins the job and answers its name. */
async function start({ from, to, doing }: { from: readonly string[]; to: string | null; doing: string }) {
  const name = `${doing} ${named(from)}${to === null ? '' : ` to “${to}”`}`;
  await startJob({
    kind: 'retag',
    name,
    // Whoever has only the tag that stays needs nothing done.
    input: { from: from.filter((tag) => tag !== to), to },
    entries: [{ item: { page: 1, of: { list: {} } }, step: true }],
  });
  return name;
}

function problemOf(to: string, from: readonly string[]): string | null {
  if (to === '') return 'Type a name.';
  return from.length === 1 && from[0] === to ? 'That is its name already.' : null;
}

const named = (tags: readonly string[]) => (tags.length === 1 ? `“${tags[0]}”` : plural(tags.length, 'tag'));

const words = {
  rename: { doing: 'Renaming', action: 'Rename the tag', title: (tags: string) => `Rename ${tags}` },
  merge: { doing: 'Merging', action: 'Merge the tags', title: (tags: string) => `Merge ${tags}` },
  remove: {
    doing: 'Removing',
    action: 'Remove from everybody',
    title: (tags: string) => `Remove ${tags} from everybody?`,
  },
} as const;
